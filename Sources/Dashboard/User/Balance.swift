import Analytics
import Canvas
import Records

/// What a user gives to others less what others give to the user, in the three ways that both are
/// counted.
struct Balance {
  let model: Model
  /// The user's row on the activity board.
  let row: TeamRow

  private struct Pair {
    let name: String
    let given: Counter
    let received: Counter
  }

  private static let pairs = [
    Pair(name: "feedback", given: .feedbackGiven, received: .feedbackReceived),
    Pair(name: "comments", given: .commentsGiven, received: .commentsReceived),
    Pair(name: "scorecards", given: .scorecardsFilled, received: .scorecardsReceived),
  ]
  private static let title = "Balance: "
  private static let barColumns = 5

  /// As many lines as a width needs.
  func lines(columns: Int) -> [Line] {
    let theme = model.preferences.theme
    let differences = Balance.pairs.map(difference)
    let widest = differences.compactMap { $0.map(abs) }.max() ?? 0
    var lines = [Line(Balance.title, theme[.muted])]
    for (pair, difference) in zip(Balance.pairs, differences) {
      let piece = piece(pair, difference, widest: widest)
      if lines[lines.count - 1].columns + piece.columns > columns {
        lines.append(Line(String(repeating: " ", count: Balance.title.columns)))
      }
      lines[lines.count - 1].spans += piece.spans
    }
    return lines
  }

  private func piece(_ pair: Pair, _ difference: Double?, widest: Double) -> Line {
    let theme = model.preferences.theme
    let number = CellText(model).difference(difference, .counter(pair.given), isMuted: false)
    var line = Line(Span(pair.name.padded(to: 11), theme[.muted]))
    line.spans += number.padded(to: 5, .right).spans + [Span(" ", theme[.text])]
    line.spans +=
      differenceBar(
        difference ?? 0, maximum: widest, columns: Balance.barColumns, style: theme[.chart1],
        axis: theme[.faint], glyphs: model.preferences.glyphs
      ).spans
    line.spans.append(Span(" ", theme[.text]))
    return line
  }

  private func difference(_ pair: Pair) -> Double? {
    guard let given = row[.counter(pair.given)].value,
      let received = row[.counter(pair.received)].value
    else { return nil }
    return given - received
  }
}
