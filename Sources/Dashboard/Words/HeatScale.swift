import Analytics
import Canvas
import Records

/// How high a value is among the team's, in five degrees of as many users each.
package struct HeatScale: Equatable, Sendable {
  /// The four values between the degrees of each field.
  private let bounds: [Field: [Double]]

  /// The degrees of a board's fields; users with few calls do not count for metrics.
  init(_ board: TeamBoard) {
    var bounds: [Field: [Double]] = [:]
    for field in board.fields {
      let isMetric = field.resource == .interactions
      let values = board.rows.lazy.filter { !(isMetric && $0.hasFewCalls) }
        .compactMap { $0[field].value }.sorted()
      guard !values.isEmpty else { continue }
      bounds[field] = (1...4).map { values[min($0 * values.count / 5, values.count - 1)] }
    }
    self.bounds = bounds
  }

  /// The role of a value; nil where the team has no values to compare with.
  func role(of value: Double, _ field: Field) -> Role? {
    guard let bounds = bounds[field] else { return nil }
    // Where all are alike, all are in the middle.
    let passed = bounds.count { $0 < value } + bounds.count { $0 == value } / 2
    return [.heat1, .heat2, .heat3, .heat4, .heat5][passed]
  }
}
