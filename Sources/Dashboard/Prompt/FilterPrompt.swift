package import Canvas
import Loop

/// The line in which rows are filtered or a screen is searched; each key shows what it does.
package struct FilterPrompt: Equatable, Sendable {
  /// What is typed.
  package var field: TextField
  /// The filter or the search from before, which Esc brings back.
  let before: String
  /// The screen from before, where it is searched; nil where its rows are filtered.
  let screen: ScreenState?
}

extension Model {
  /// Opens the line for the filter, or for the search on screens that have none.
  mutating func openFilter() {
    let text = filtersRows ? filterOnScreen : ""
    overlay = .filter(
      FilterPrompt(
        field: TextField(text), before: filtersRows ? text : search.text,
        screen: filtersRows ? nil : screens.last))
  }

  /// Filters or searches by a text, as `:filter WORDS` does.
  mutating func filterScreen(by text: String) {
    if filtersRows { filter(by: text) } else { search(for: text) }
  }

  mutating func press(_ key: Key, on prompt: FilterPrompt) {
    var prompt = prompt
    if key == .enter {
      // What cannot be used is not kept: it stays to be put right.
      if prompt.screen != nil || filterMistake == nil { overlay = nil }
      return
    }
    guard !key.leaves, key != .backspace || !prompt.field.text.isEmpty else {
      overlay = nil
      return restore(prompt)
    }
    guard prompt.field.press(key) else { return }
    take(prompt)
  }

  /// Filters or searches by what the line has now.
  mutating func take(_ prompt: FilterPrompt) {
    overlay = .filter(prompt)
    guard let screen = prompt.screen else { return filter(by: prompt.field.text) }
    // From where the search began, so that a longer word is not looked for behind a shorter one.
    screens[screens.count - 1] = screen
    notice = nil
    search(for: prompt.field.text, isTyped: true)
  }

  private mutating func restore(_ prompt: FilterPrompt) {
    guard let screen = prompt.screen else { return filter(by: prompt.before) }
    screens[screens.count - 1] = screen
    search.text = prompt.before
  }
}

/// Draws the line of the filter, with what can be written and what came of it above.
func drawFilterPrompt(_ model: Model, _ prompt: FilterPrompt, into frame: inout Frame) {
  let theme = model.preferences.theme
  let mistake = prompt.screen == nil ? model.filterMistake : model.notice
  let style = mistake == nil ? theme[.text] : theme[.statusError]
  var left: [BarPart] = []
  if let mistake {
    left.append(BarPart(mistake, style, rank: 3))
  } else if prompt.screen == nil, let words = model.filteredCount {
    left.append(BarPart(words, theme[.accent], rank: 3))
  }
  let example =
    model.kind == .conversations
    ? "direction=out length>300 intent~refund" : "patience<0.6 calls>=5 !ana"
  let hint =
    prompt.screen == nil
    ? "\(example) · Enter keeps, Esc takes back"
    : "\(model.preferences.keys.name(of: .nextMatch)) and"
      + " \(model.preferences.keys.name(of: .previousMatch)) go on after Enter; Esc takes back"
  drawBar(
    left: left, right: [BarPart(hint, theme[.muted], rank: 1)], row: frame.size.rows - 2,
    style: style, into: &frame)
  drawPrompt("/", prompt.field, theme: theme, into: &frame)
}
