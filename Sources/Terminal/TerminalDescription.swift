internal import CNcurses

/// What the system's descriptions of terminals say of one.
package enum TerminalDescription {
  /// How many colours a kind of terminal has, 0 for none; nil when the system does not know it.
  ///
  /// Not to be called while a screen is open: curses knows one terminal at a time.
  package static func colors(of terminal: String) -> Int? {
    guard !terminal.isEmpty else { return nil }
    var error: Int32 = 0
    guard setupterm(terminal, 1, &error) == OK else { return nil }
    defer { shim_forget_terminal() }
    return max(0, Int(tigetnum("colors")))
  }
}
