import Canvas
import Loop

extension Model {
  /// Opens the list for an action, with what is chosen at present selected.
  mutating func openPicker(_ action: Action) -> [Command] {
    let before = Picker.Before(
      choices: choices, theme: preferences.theme, chosenTheme: chosenTheme)
    var picker = Picker(action: action, screen: kind, before: before)
    let candidates = candidates(for: action)
    let present =
      action == .chooseColumns
      ? candidates.firstIndex { $0.name == chosenColumn.name }
      : candidates.firstIndex { !$0.mark.isEmpty }
    picker.cursor.select(
      present ?? 0, count: candidates.count, visible: rows(of: picker, candidates))
    overlay = .picker(picker)
    return action == .chooseTheme ? [.listThemes] : []
  }

  mutating func press(_ key: Key, on picker: Picker) -> [Command] {
    let candidates = candidates(for: picker.action, matching: picker.field.text)
    if key.leaves {
      restore(picker.before)
      overlay = nil
      return []
    }
    if key == .enter { return choose(picker, among: candidates) }
    var picker = picker
    if let action = move(key, in: picker) {
      picker.cursor.move(
        action, count: candidates.count, visible: rows(of: picker, candidates))
      overlay = .picker(picker)
      preview(picker, among: candidates)
    } else if picker.action == .chooseColumns {
      press(key, onColumns: picker)
    } else if picker.action == .chooseSort, picker.screen == .team, key == .character(" ") {
      guard candidates.indices.contains(picker.cursor.selected),
        let column = BoardColumn.named(
          candidates[picker.cursor.selected].name, among: allColumns)
      else { return [] }
      sortAlso(by: column)
    } else if picker.action == .chooseView, key == .delete {
      deleteView(picker, among: candidates)
    } else if picker.field.press(key) {
      narrow(picker)
    }
    return []
  }

  /// Deletes the selected view; the one after it is selected.
  private mutating func deleteView(_ picker: Picker, among candidates: [Candidate]) {
    guard candidates.indices.contains(picker.cursor.selected) else { return }
    let name = candidates[picker.cursor.selected].name
    views.removeAll { $0.name == name }
    notice = "The view “\(name)” is deleted."
    var picker = picker
    let left = self.candidates(for: picker.action, matching: picker.field.text)
    picker.cursor.select(
      picker.cursor.selected, count: left.count, visible: rows(of: picker, left))
    overlay = .picker(picker)
  }

  /// Shows what fits the text that was typed, the best of it selected.
  mutating func narrow(_ picker: Picker) {
    var picker = picker
    picker.cursor = ListCursor()
    overlay = .picker(picker)
    preview(picker, among: candidates(for: picker.action, matching: picker.field.text))
  }

  /// How a key moves in the list; nil for a key that does not.
  private func move(_ key: Key, in picker: Picker) -> Action? {
    switch key {
    case .down, .tab, .control("n"): return .moveDown
    case .up, .backTab, .control("p"): return .moveUp
    case .pageDown: return .pageDown
    case .pageUp: return .pageUp
    case .home: return .moveToFirst
    case .end: return .moveToLast
    default:
      guard !picker.narrows, let action = preferences.keys.action(key, on: kind) else { return nil }
      return action.steps(count: 1, page: 1) == nil ? nil : action
    }
  }

  private mutating func choose(_ picker: Picker, among candidates: [Candidate]) -> [Command] {
    let hasSorted = picker.action == .chooseSort && choices != picker.before.choices
    guard candidates.indices.contains(picker.cursor.selected) else { return [] }
    overlay = nil
    guard picker.narrows, !hasSorted else { return [] }
    do throws(Mistake) {
      return try perform(picker.action, argument: candidates[picker.cursor.selected].name)
    } catch {
      notice = error.sentence
      return []
    }
  }

  /// Shows the selected theme at once: colours are chosen by looking.
  private mutating func preview(_ picker: Picker, among candidates: [Candidate]) {
    guard picker.action == .chooseTheme, candidates.indices.contains(picker.cursor.selected),
      let theme = themes.first(where: { $0.name == candidates[picker.cursor.selected].name })
    else { return }
    preferences.theme = theme
  }

  private mutating func restore(_ before: Picker.Before) {
    preferences.theme = before.theme
    chosenTheme = before.chosenTheme
    guard choices != before.choices else { return }
    choices = before.choices
    reorder()
  }

  func rows(of picker: Picker, _ candidates: [Candidate]) -> Int {
    PickerLayout(picker, candidates, size: size).rows
  }
}
