import Analytics
import Canvas
import Records

/// The line over the rows of a board: what all of them come to.
struct SummaryLine {
  private let summary: BoardChoices.Summary
  private let board: TeamBoard
  private let medians: [Double?]
  private let cells: CellText

  /// `medians` are the team's over the trend; the other summaries have none to draw.
  init(
    _ summary: BoardChoices.Summary, board: TeamBoard, medians: [Double?], cells: CellText
  ) {
    self.summary = summary
    self.board = board
    self.medians = medians
    self.cells = cells
  }

  func cell(_ column: BoardColumn, trendColumns: Int) -> Line {
    switch column {
    case .user: Line(title)
    case .calls: Line(NumberText.value(board.calls.flatMap { value($0, sums: true) }, .count))
    case .value(let field):
      cells.padded(
        cells.approximately(board.isApproximate)
          + cells.text(board.statistics(field).flatMap { value($0, sums: field.isCounter) }, field),
        field)
    case .trend where summary == .median:
      Line(sparkline(medians, columns: trendColumns, glyphs: cells.preferences.glyphs))
    case .change, .email, .trend: Line("")
    }
  }

  private var title: String {
    switch summary {
    case .median: "Team median"
    case .mean: "Mean of users"
    case .total: "Total"
    case .none: ""
    }
  }

  /// Only what is counted adds up: a total of means would mean nothing.
  private func value(_ statistics: Statistics, sums: Bool) -> Double? {
    switch summary {
    case .median: statistics.median
    case .mean: statistics.mean
    case .total: sums ? statistics.sum : nil
    case .none: nil
    }
  }
}
