import Canvas
import Records

extension PlainText {
  /// Says what lies over the screen in place of it, or below it where it only asks for words.
  mutating func show(_ overlay: Overlay, of model: Model) {
    switch overlay {
    case .palette(let palette): show(palette, model)
    case .filter(let prompt):
      typed = PlainPrompt(sign: "/", field: prompt.field)
      if prompt.screen == nil, let mistake = model.filterMistake { news = [mistake] }
    case .picker(let picker): show(picker, model)
    case .calendar(let calendar): show(calendar, model)
    }
  }

  private mutating func show(_ palette: Palette, _ model: Model) {
    let suggestions = model.suggestions(for: palette.field.text)
    typed = PlainPrompt(sign: ":", field: palette.field)
    news = [palette.mistake ?? paletteHint(model, palette, count: suggestions.count)]
    body = PlainBody(
      list: suggestions.map { suggestion in
        let keys = suggestion.keys.isEmpty ? "" : ", key \(suggestion.keys)"
        return "\(suggestion.term)\(keys): \(suggestion.help)"
      }, place: palette.selected(of: suggestions.count))
    select(body.place)
  }

  private mutating func show(_ picker: Picker, _ model: Model) {
    let candidates = model.candidates(for: picker.action, matching: picker.field.text)
    heading.append("Choose: \(picker.title.lowercased())")
    news = candidates.isEmpty ? [picker.emptySentence(model)] : []
    if picker.narrows, !picker.field.text.isEmpty {
      typed = PlainPrompt(sign: "Narrowed to: ", field: picker.field)
    }
    hints = picker.hints.joined(separator: ", ").replacing(" · ", with: ", ")
    body = PlainBody(
      list: candidates.map { candidate in
        let state = candidate.mark.isEmpty ? "" : ", \(PlainText.words(forMark: candidate.mark))"
        let detail = candidate.detail.isEmpty ? "" : ": \(candidate.detail)"
        return "\(candidate.label)\(state)\(detail)"
      }, place: candidates.isEmpty ? nil : picker.cursor.selected)
    select(body.place)
  }

  private mutating func show(_ calendar: CalendarPicker, _ model: Model) {
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    heading.append("Choose: the \(calendar.first == nil ? "first" : "last") day of the range")
    news = []
    body = PlainBody(
      list: [
        "\(weekdays[calendar.day.weekday]) \(calendar.day.text)",
        "\(DateText.span(calendar.span, today: model.calendarDay)),"
          + " \(calendar.span.count) \(calendar.span.count == 1 ? "day" : "days")",
      ], place: 0)
    hints = "Enter sets the day, arrows go by day, PgUp and PgDn by month, Esc leaves"
  }

  /// Says in full what is selected in the list.
  private mutating func select(_ place: Int?) {
    guard let place, body.list.indices.contains(place) else { return }
    body.selected = [PlainWords.selected(body.list[place], place, of: body.list.count)]
  }

  /// A mark of a picker in words.
  private static func words(forMark mark: String) -> String {
    switch mark {
    case "●": "chosen now"
    case "[x]": "shown"
    case "[ ]": "not shown"
    default:
      mark.first == TableColumn.Order.ascending.arrow
        ? "sorted by it, lowest first" : "sorted by it, highest first"
    }
  }
}
