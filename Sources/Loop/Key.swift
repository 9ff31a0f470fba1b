/// A key as a person names it, whatever bytes a terminal sends for it.
package enum Key: Hashable, Sendable {
  /// A key that types a character, with Shift already applied; the space bar is `character(" ")`.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and on.
  case function(Int)
  /// Ctrl with a key; letters are lower case. Ctrl-H, Ctrl-I, Ctrl-J, Ctrl-M and Ctrl-[ never occur:
  /// terminals cannot tell them from Backspace, Tab, Enter and Escape.
  case control(Character)
  /// Alt with a key that types a character.
  case alt(Character)
}
