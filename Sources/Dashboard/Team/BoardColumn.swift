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

  /// Every column that a board with these fields can show, in the order at first. The activity
  /// board shows hosted and attended calls by themselves.
  package static func all(of resource: Resource, fields: [Field]) -> [BoardColumn] {
    let fields = fields.flatMap { [BoardColumn.value($0), .change($0)] }
    switch resource {
    case .interactions: return [.user, .email, .calls] + fields + [.trend]
    case .activity: return [.user, .email, .trend] + fields
    }
  }

  /// Whether a board shows the column until the user chooses others: on narrow screens only the
  /// chosen field shows its change, as it always does among the many counters; emails and what the
  /// catalogue does not know are shown when they are asked for.
  func isShownAtFirst(on resource: Resource, chosen: BoardColumn, width: Int) -> Bool {
    switch self {
    case .email: return false
    case .value(.additional), .change(.additional): return field == chosen.field
    case .change: return resource == .interactions && width >= 104 || field == chosen.field
    case .user, .calls, .value, .trend: return true
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

  /// The column of a board that has a name in a saved view. One that the catalogue does not know
  /// is an additional metric, which only the board of interactions has.
  package static func saved(_ name: String, of resource: Resource) -> BoardColumn? {
    let known = all(of: resource, fields: resource.fields).first { $0.name == name }
    guard known == nil, resource == .interactions else { return known }
    let ending = "-change"
    return name.hasSuffix(ending)
      ? .change(.additional(String(name.dropLast(ending.count)))) : .value(.additional(name))
  }

  /// Whether the rows can be sorted by it.
  var sorts: Bool { self != .trend }

  /// Whether its order begins with what is highest.
  var beginsHigh: Bool { self != .user && self != .email }
}
