package import Records

/// A team's median of one field in each period of a trend.
///
/// Kept beside the trend, so that a window that lands costs one median and not those of a year.
package struct TrendMedians: Equatable, Sendable {
  /// The field that the medians are of.
  package let field: Field
  /// A median for each period, oldest first; nil where nobody has a value.
  package let values: [Double?]
  private let members: Set<UserNumber>?
  private let starts: [Day]
  private let tables: [RecordTable?]

  /// The medians of a team, or with no `members` of everyone. Those of another value for the same
  /// field and team are reused for every table that is in both trends.
  package init(
    _ trend: Trend, _ field: Field, members: Set<UserNumber>? = nil,
    reusing other: TrendMedians? = nil
  ) {
    self.field = field
    self.members = members
    starts = trend.periods.map(\.start)
    tables = trend.tables
    let other = other?.field == field && other?.members == members ? other : nil
    let known = Dictionary(
      (other?.starts ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    let isMember = members.map(MemberFlags.init)
    values = zip(starts, tables).map { start, table in
      if let other, let index = known[start], other.tables[index] == table {
        return other.values[index]
      }
      return table.flatMap { TrendMedians.median(field, of: $0, isMember) }
    }
  }

  private static func median(
    _ field: Field, of table: RecordTable, _ isMember: MemberFlags?
  ) -> Double? {
    guard let column = table.column(field) else { return nil }
    guard let isMember else { return Statistics.median(column.values.present) }
    let (values, users) = (column.values, table.users)
    return Statistics.median(
      users.indices.filter { !values[$0].isNaN && isMember[users[$0]] }.map { values[$0] })
  }
}
