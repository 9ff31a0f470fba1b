import Canvas
import Loop

extension Model {
  /// Opens the line in which one types what to do, beginning with a text.
  mutating func openPalette(_ text: String = "") -> [Command] {
    overlay = .palette(Palette(text))
    return [.listThemes]
  }

  mutating func press(_ key: Key, on palette: Palette) -> [Command] {
    var palette = palette
    let suggestions = suggestions(for: palette.field.text)
    switch key {
    case .enter: return run(palette, suggestions)
    case _ where key.leaves, .backspace where palette.field.text.isEmpty:
      overlay = nil
      return []
    case .tab:
      guard !suggestions.isEmpty else { break }
      palette.complete(suggestions[palette.selected(of: suggestions.count) ?? 0].line)
    case .up, .control("p"):
      palette.walk(by: -1, suggestions: suggestions.count, history: history)
    case .down, .control("n"):
      palette.walk(by: 1, suggestions: suggestions.count, history: history)
    default:
      if palette.field.press(key) { palette.noteChange() }
    }
    overlay = .palette(palette)
    return []
  }

  /// Does what the line says, or what the arrows chose. A line that cannot be done stays, with a
  /// sentence about it.
  private mutating func run(_ palette: Palette, _ suggestions: [Suggestion]) -> [Command] {
    let selected = palette.selected(of: suggestions.count).map { suggestions[$0].line }
    let line = selected ?? palette.field.text
    overlay = nil
    guard !line.isEmpty else { return [] }
    history.removeAll { $0 == line }
    history = history.suffix(49) + [line]
    do throws(Mistake) {
      return try run(line: line)
    } catch {
      var palette = palette
      palette.mistake = error.sentence
      overlay = .palette(palette)
      return []
    }
  }

  /// Does what a line of the palette says; throws where it says nothing that can be done here.
  mutating func run(line: String) throws(Mistake) -> [Command] {
    let parts = PaletteLine(line)
    if let row = Int(parts.name) {
      return goToRow(row)
    }
    guard let entry = entry(named: parts.name) else { throw unknownAction(parts.name) }
    guard parts.argument.isEmpty || entry.argument != nil else {
      throw Mistake(sentence: "\(entry.action.rawValue) stands alone: write nothing after it.")
    }
    if parts.insists {
      guard entry.action == .write else {
        throw Mistake(sentence: "Only write can insist with “!”: it overwrites a file.")
      }
      return write(to: parts.argument, overwrites: true)
    }
    return try perform(entry.action, argument: parts.argument)
  }

  private func unknownAction(_ name: String) -> Mistake {
    if let elsewhere = actionElsewhere(named: name), !elsewhere.screens.isEmpty {
      let screens = ScreenKind.words(elsewhere.screens)
      return Mistake(sentence: "\(name) works on \(screens), not here.")
    }
    let here = ActionTable.entries.filter { $0.screens.contains(kind) }
    return .unknown("command", name, among: here.flatMap(\.names))
  }

  /// Goes to a row, counted from 1, on whichever screen it is.
  private mutating func goToRow(_ row: Int) -> [Command] {
    if var screen = conversationsScreen {
      screen.cursor.select(row - 1, count: screen.order.count, visible: conversationRows)
      screens[screens.count - 1] = .conversations(screen)
      return []
    }
    guard kind == .team else {
      let steps = min(max(row, 1), 100_000) - 1
      return perform(.moveToFirst) + (0..<steps).flatMap { _ in perform(.moveDown) }
    }
    selectRow(row - 1)
    return []
  }
}
