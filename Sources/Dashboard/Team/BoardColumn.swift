package import Records

/// A column of a board.
package enum BoardColumn: Hashable, Sendable {
  case user
  case email
  /// Calls hosted and attended together.
  case calls
  case value(Field)
  /// The difference to the compared range.
  case change(Field)
  case trend

  /// Every column that a board can show, in the order at first. The activity board shows hosted
  /// and attended calls by themselves.
  package static func all(of resource: Resource) -> [BoardColumn] {
    let fields = resource.fields.flatMap { [BoardColumn.value($0), .change($0)] }
    switch resource {
    case .interactions: return [.user, .email, .calls] + fields + [.trend]
    case .activity: return [.user, .email, .trend] + fields
    }
  }

  /// The columns that a board shows until the user chooses others: on narrow screens only the
  /// chosen field shows its change, as it always does among the many counters.
  static func standard(of resource: Resource, chosen: BoardColumn, width: Int) -> [BoardColumn] {
    let showsAllChanges = resource == .interactions && width >= 104
    return all(of: resource).filter { column in
      switch column {
      case .email: false
      case .change(let field): showsAllChanges || field == chosen.field
      default: true
      }
    }
  }

  /// The field that the column is about, if any.
  package var field: Field? {
    switch self {
    case .value(let field), .change(let field): field
    case .user, .email, .calls, .trend: nil
    }
  }

  /// What the column is called in words.
  package var title: String {
    switch self {
    case .user: "user"
    case .email: "email"
    case .calls: "calls"
    case .value(let field): field.title.lowercased()
    case .change(let field): "change of \(field.title.lowercased())"
    case .trend: "trend"
    }
  }

  /// The column's name in the palette, in filters and in saved views: `patience`,
  /// `patience-change`.
  package var name: String {
    switch self {
    case .user: "user"
    case .email: "email"
    case .calls: "calls"
    case .value(let field): field.name
    case .change(let field): field.name + "-change"
    case .trend: "trend"
    }
  }

  /// Whether the rows can be sorted by it.
  var sorts: Bool { self != .trend }

  /// Whether its order begins with what is highest.
  var beginsHigh: Bool { self != .user && self != .email }
}
