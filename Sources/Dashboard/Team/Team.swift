package import Analytics
package import Records

/// The state of the team's boards.
package struct Team: Equatable, Sendable {
  /// Computed from the snapshot when one arrives.
  package var board: TeamBoard?
  /// The periods of the board's trend, read from the same snapshot.
  package var trend: Trend?
  /// The team's medians over the trend, of the field that `medianField` names.
  package var medians: [Double?] = []
  /// The field that `medians` are of; nil until they are computed.
  package var medianField: Field?
  /// Indexes into the board's rows in the order of the screen.
  package var order: [Int] = []
  /// Who is selected; stays selected wherever a refresh or another order puts the row.
  package var selected: UserNumber?
  /// Whether the user chose who is selected; until then it is whoever stands first.
  package var isSelectionChosen = false
  /// The first row on screen.
  package var firstRow = 0
  /// The chosen column and the order of the rows, for each board.
  package var columns: [Resource: Int] = [:]
  /// The order chosen for each board; without one it is by the first field, from high to low.
  package var sorts: [Resource: Sort] = [:]

  /// The boards before the first snapshot arrives.
  package init() {}

  /// The order of a board's rows.
  package struct Sort: Equatable, Sendable {
    /// The column that decides the order.
    package var key: TeamColumn
    /// Whether the order is from high to low.
    package var isDescending: Bool

    /// An order by a column.
    package init(key: TeamColumn, isDescending: Bool) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  /// The place of the selected row on screen.
  package var selectedIndex: Int? {
    guard let board, let selected else { return nil }
    return order.firstIndex { board.rows[$0].user == selected }
  }
}

/// A column of a board that can be chosen and sorted by.
package enum TeamColumn: Hashable, Sendable {
  case user
  case calls
  case field(Field)

  /// The columns of a board, from the left. The activity board shows hosted and attended calls by
  /// themselves.
  package static func all(of resource: Resource) -> [TeamColumn] {
    (resource == .interactions ? [.user, .calls] : [.user]) + resource.fields.map(TeamColumn.field)
  }

  /// What the column is called in words.
  package var title: String {
    switch self {
    case .user: "user"
    case .calls: "calls"
    case .field(let field): field.title.lowercased()
    }
  }
}
