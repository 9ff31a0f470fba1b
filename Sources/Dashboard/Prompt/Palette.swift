package import Canvas
import Loop

/// The line in which one types what to do, with what it could be above it.
package struct Palette: Equatable, Sendable {
  /// What is typed.
  package var field: TextField
  /// The suggestion that the arrows went to; nil for the best one.
  package private(set) var chosen: Int?
  /// How many lines back in the history the line was taken from; nil for one that is typed.
  private var linesBack: Int?
  /// Why the line could not be done.
  package var mistake: String?

  /// A line that begins with this text.
  package init(_ text: String = "") { field = TextField(text) }

  /// Notes that the line was changed by hand.
  mutating func noteChange() {
    (chosen, linesBack, mistake) = (nil, nil, nil)
  }

  /// Replaces the line by one that was completed.
  mutating func complete(_ line: String) {
    field = TextField(line)
    noteChange()
  }

  /// The place of the suggestion that Enter does; nil where there is none, or nothing is typed.
  func selected(of count: Int) -> Int? {
    guard count > 0, chosen != nil || !field.text.isEmpty else { return nil }
    return min(chosen ?? 0, count - 1)
  }

  /// Goes to the next suggestion with 1 or the one before with -1; on an empty line, -1 goes back
  /// through the lines of before instead.
  mutating func walk(by steps: Int, suggestions: Int, history: [String]) {
    mistake = nil
    guard field.text.isEmpty && chosen == nil && steps < 0 || linesBack != nil else {
      chosen = min(max((chosen ?? (field.text.isEmpty ? -1 : 0)) + steps, 0), suggestions - 1)
      if suggestions == 0 { chosen = nil }
      return
    }
    let back = (linesBack ?? 0) - steps
    guard back <= history.count else { return }
    field = TextField(back > 0 ? history[history.count - back] : "")
    linesBack = back > 0 ? back : nil
  }
}

/// What a line of the palette could become.
struct Suggestion: Equatable {
  /// The whole line, as Tab writes it.
  let line: String
  /// What the list calls it.
  let term: String
  var keys = ""
  let help: String
}

extension Model {
  /// What a line could become, the best first: names of actions, or what can stand after one.
  func suggestions(for line: String) -> [Suggestion] {
    let parts = PaletteLine(line)
    guard parts.hasArgument else { return actions(named: parts.name).map(suggestion) }
    guard let entry = entry(named: parts.name), entry.argument != nil else { return [] }
    return candidates(for: entry.action, matching: parts.argument).map { candidate in
      Suggestion(
        line: "\(parts.name) \(candidate.name)", term: candidate.label, help: candidate.detail)
    }
  }

  private func suggestion(_ entry: ActionEntry) -> Suggestion {
    let name = entry.action.rawValue
    return Suggestion(
      line: entry.argument == nil ? name : name + " ",
      term: entry.argument.map { "\(name) \($0)" } ?? name,
      keys: preferences.keys.keys(of: entry.action).map(\.name).joined(separator: " "),
      help: entry.help)
  }

  /// The actions of the screen that a text could mean, the best first; all of them for no text, and
  /// none for the very name of one that works elsewhere.
  private func actions(named typed: String) -> [ActionEntry] {
    guard actionElsewhere(named: typed) == nil else { return [] }
    let entries = ActionTable.typed.filter { $0.screens.contains(kind) && $0.action != .palette }
    return ranked(entries, by: typed) { $0.names }
  }

  /// The action of that very name that works on other screens only.
  func actionElsewhere(named name: String) -> ActionEntry? {
    ActionTable.entries.first { $0.names.contains(name) && !$0.screens.contains(kind) }
  }

  /// The action of the screen that a name means.
  func entry(named name: String) -> ActionEntry? {
    name.isEmpty ? nil : actions(named: name).first
  }
}
