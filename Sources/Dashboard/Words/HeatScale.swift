import Analytics
import Canvas
import Records

/// How high a value is among the team's, in five degrees of as many users each.
package struct HeatScale: Equatable, Sendable {
  /// The team's values of each field, in ascending order.
  private let values: [Field: [Double]]

  /// The values of a board; users with few calls do not count for metrics.
  init(_ board: TeamBoard) {
    values = Dictionary(
      uniqueKeysWithValues: board.fields.map { field in
        let counted = board.rows.lazy.filter { field.isCounter || !$0.hasFewCalls }
        return (field, counted.compactMap { $0[field].value }.sorted())
      })
  }

  /// The degree of a value; nil where the team has no values to compare with. Where all are alike,
  /// all are in the middle.
  func role(of value: Double, _ field: Field) -> Role? {
    guard let values = values[field], !values.isEmpty else { return nil }
    let below = values.partitioned { $0 >= value }
    let notAbove = values.partitioned { $0 > value }
    return Role.heat(share: Double(below + notAbove) / 2 / Double(values.count))
  }
}

extension [Double] {
  /// The index of the first of the ordered values that passes a test, which all after it pass too.
  fileprivate func partitioned(_ passes: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
