import Analytics
import Canvas
import Records

extension TeamBoard {
  /// The rows in an order: absent values last either way, equal ones by the next of the orders,
  /// at last as the directory has them.
  func order(by sorts: [BoardChoices.Sort], directory: Directory) -> [Int] {
    let keys = sorts.map { sortKeys($0, directory: directory) }
    guard let first = keys.first, !first.isEmpty else { return Array(rows.indices) }
    let others = keys.dropFirst().filter { !$0.isEmpty }
    // The first order decides nearly always, so what it compares lies beside the row.
    let entries = rows.indices.map { (key: first[$0], row: $0) }.sorted { one, other in
      if one.key != other.key { return one.key < other.key }
      for keys in others where keys[one.row] != keys[other.row] {
        return keys[one.row] < keys[other.row]
      }
      return one.row < other.row
    }
    return entries.map(\.row)
  }

  /// What an order compares, a number for each row, the least of which stands first; empty for an
  /// order that compares nothing.
  private func sortKeys(_ sort: BoardChoices.Sort, directory: Directory) -> [Double] {
    let keys =
      switch sort.key {
      case .user: alphabetically { directory[$0].label }
      case .email: alphabetically { directory[$0].email ?? "" }
      case .calls: callNumbers
      case .value(let field): values(field)
      case .change(let field): changes(field)
      case .trend: [Double]()
      }
    let sign = sort.isDescending ? -1.0 : 1
    return keys.map { $0.isNaN ? .infinity : sign * $0 }
  }

  /// The place of each row's text in the alphabet; the same for the same text, NaN without one.
  private func alphabetically(_ text: (UserNumber) -> String) -> [Double] {
    let texts = rows.map { text($0.user).lowercased() }
    var keys = [Double](repeating: .nan, count: texts.count)
    var last = ""
    var place = 0.0
    for row in texts.indices.sorted(by: { texts[$0] < texts[$1] }) where !texts[row].isEmpty {
      if texts[row] != last { place += 1 }
      (keys[row], last) = (place, texts[row])
    }
    return keys
  }

  /// The users without data, by name, as places after those of the rows.
  func orderWithoutData(directory: Directory) -> [Int] {
    let names = withoutData.map { directory[$0].label.lowercased() }
    return names.indices.sorted { (names[$0], $0) < (names[$1], $1) }.map { rows.count + $0 }
  }

  /// The place of a user in orders; nil for one who is not of the team.
  func place(of user: UserNumber) -> Int? {
    index(of: user) ?? withoutData.firstIndex(of: user).map { rows.count + $0 }
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

extension BoardChoices.Sort {
  /// The same as the header of a table says it.
  var order: TableColumn.Order { isDescending ? .descending : .ascending }
}
