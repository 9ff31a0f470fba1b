import Records

/// The records of one period with the calls of each, for reading whole columns.
struct PeriodSheet {
  let users: [UserNumber]
  private let table: RecordTable
  private let calls: [Double]

  init(_ table: RecordTable, activity: RecordTable?) {
    self.table = table
    users = table.users
    calls =
      activity.map { CallColumn($0).calls(for: table.users, absent: .nan) }
      ?? Array(repeating: .nan, count: table.count)
  }

  /// A value a row, NaN where it is absent or of fewer calls than are needed; nil when no record
  /// has the field.
  func values(_ field: Field, minimumCalls: Double) -> [Double]? {
    guard var values = table.column(field)?.values else { return nil }
    values.withUnsafeMutableBufferPointer { values in
      for (row, calls) in calls.enumerated() {
        values[row] = calls >= minimumCalls ? values[row] : .nan
      }
    }
    return values
  }
}
