package import Records

/// A few users side by side over the range of a board.
package struct UserComparison: Sendable {
  /// From the left; users without data are among them.
  package let users: [UserNumber]
  /// Each user's calls in the range; nil when no record says.
  package let calls: [Double?]
  /// A line for each field of the board.
  package let lines: [Line]

  /// A field of all users compared.
  package struct Line: Equatable, Sendable {
    /// The field that is compared.
    package let field: Field
    /// A cell for each user.
    package let cells: [Cell]

    /// How far the team's lowest and highest values are apart: what a difference is measured by.
    package let teamRange: Double
  }

  /// A field of one user.
  package struct Cell: Equatable, Sendable {
    /// The user's value with its change and target.
    package let headline: Headline
    /// The value is a metric's and says little, since the user has few calls.
    package let hasFewCalls: Bool
    /// The value less the reference's; nil when either is absent.
    package let difference: Double?
    /// The user's place in the team, 1 for the highest value; nil without a value.
    package let rank: Int?
  }

  /// Compares users of a board; differences are to the first of them.
  package init(_ board: TeamBoard, users: [UserNumber]) {
    self.users = users
    let rows = users.map(board.row(of:))
    calls = rows.map { $0?.calls }
    lines = board.fields.map { field in
      let values = rows.map { $0?[field].value }
      let base = values.first ?? nil
      return Line(
        field: field,
        cells: zip(rows, values).map { row, value in
          Cell(
            headline: row?[field] ?? Headline(),
            hasFewCalls: !field.isCounter && row?.hasFewCalls == true,
            difference: value.flatMap { value in base.map { value - $0 } },
            rank: row.flatMap { board.rank(of: $0, field) })
        }, teamRange: board.statistics(field).map { $0.maximum - $0.minimum } ?? 0)
    }
  }
}
