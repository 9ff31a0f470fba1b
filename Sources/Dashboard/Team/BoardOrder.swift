import Analytics
import Canvas
import Records

extension TeamBoard {
  /// The rows in an order: absent values last either way, equal ones by the next of the orders,
  /// at last as the directory has them.
  func order(by sorts: [BoardChoices.Sort], directory: Directory) -> [Int] {
    let keys = sorts.map { SortKey($0, rows: rows, directory: directory) }
    return rows.indices.sorted { one, other in
      for key in keys {
        if let isFirst = key.puts(one, before: other) { return isFirst }
      }
      return one < other
    }
  }

  /// The users without data, by name, as places after those of the rows.
  func orderWithoutData(directory: Directory) -> [Int] {
    let names = withoutData.map { directory[$0].label.lowercased() }
    return names.indices.sorted { (names[$0], $0) < (names[$1], $1) }.map { rows.count + $0 }
  }

  /// The user at a place of an order.
  func listed(_ place: Int) -> ListedUser {
    place < rows.count
      ? ListedUser(user: rows[place].user, row: rows[place])
      : ListedUser(user: withoutData[place - rows.count], row: nil)
  }
}

/// A user in the team's table, with data or without.
struct ListedUser {
  let user: UserNumber
  let row: TeamRow?

  var calls: Double? { row?.calls }
  var hasFewCalls: Bool { row?.hasFewCalls ?? false }
  subscript(field: Field) -> Headline { row?[field] ?? Headline() }

  /// The number that a column shows; nil where there is none.
  func number(in column: BoardColumn) -> Double? {
    switch column {
    case .calls: calls
    case .value(let field): self[field].value
    case .change(let field): self[field].change
    case .user, .email, .trend: nil
    }
  }
}

/// What one order compares, read out of the rows once.
private struct SortKey {
  private var names: [String] = []
  private var values: [Double?] = []
  private let isDescending: Bool

  init(_ sort: BoardChoices.Sort, rows: [TeamRow], directory: Directory) {
    isDescending = sort.isDescending
    switch sort.key {
    case .user: names = rows.map { directory[$0.user].label.lowercased() }
    case .email: names = rows.map { directory[$0.user].email?.lowercased() ?? "" }
    case .calls: values = rows.map(\.calls)
    case .value(let field): values = rows.map { $0[field].value }
    case .change(let field): values = rows.map { $0[field].change }
    case .trend: break
    }
  }

  /// Whether a row stands before another; nil when this order finds them equal.
  func puts(_ one: Int, before other: Int) -> Bool? {
    if !names.isEmpty, names[one] != names[other] {
      return (names[one] < names[other]) != isDescending
    }
    guard !values.isEmpty, values[one] != values[other] else { return nil }
    guard let first = values[one] else { return false }
    guard let second = values[other] else { return true }
    return (first < second) != isDescending
  }
}

extension BoardChoices.Sort {
  /// The same as the header of a table says it.
  var order: TableColumn.Order { isDescending ? .descending : .ascending }
}
