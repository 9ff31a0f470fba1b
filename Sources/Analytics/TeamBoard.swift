package import Records

/// The team over the range: a row for each user with data, and what the whole team looks like.
///
/// Computed when a snapshot arrives, so that a screen only has to draw it.
package struct TeamBoard: Equatable, Sendable {
  /// A row for each user of the team with data, in order of their numbers.
  package let rows: [TeamRow]
  /// The users of the team without a number in the range, in order of their numbers.
  package let withoutData: [UserNumber]
  /// What the team's calls look like.
  package let calls: Statistics?
  let input: Input
  let columns: TeamColumns

  /// What a board is computed from.
  struct Input: Equatable {
    let resource: Resource
    let fields: [Field]
    let now: RangeTables
    let before: RangeTables
    /// How many users the account knows.
    let userCount: Int
    let targets: [Metric: Target]
    let minimumCalls: Double
    let members: Set<UserNumber>?

    func target(of field: Field) -> Target? {
      if case .metric(let metric) = field { targets[metric] } else { nil }
    }
  }

  /// The board of a team, or with no `members` of everyone. Targets by metric; `minimumCalls` is
  /// the number under which a user has few calls. Most windows that land are periods of the trend
  /// and change no board: one that was computed from the same records is `reused`.
  package init(
    _ snapshot: Snapshot, resource: Resource, targets: [Metric: Target], minimumCalls: Double,
    members: Set<UserNumber>? = nil, reusing other: TeamBoard? = nil
  ) {
    let now = RangeTables(snapshot, role: .total, resource: resource)
    let before = RangeTables(snapshot, role: .compared, resource: resource)
    let additional = snapshot.slots.reduce(into: now.additional) { names, slot in
      guard slot.key.resource == resource, let table = slot.window?.table else { return }
      names.formUnion(table.additional.map(\.name))
    }
    let input = Input(
      resource: resource,
      fields: resource.fields
        + (resource == .interactions ? TeamBoard.columns(of: additional) : []),
      now: now, before: before, userCount: snapshot.directory.users.count, targets: targets,
      minimumCalls: minimumCalls, members: members)
    if let other, other.input == input {
      self = other
    } else {
      self.init(input)
    }
  }

  /// The columns of additional metrics: measures of conversations in their own order, then the rest
  /// by name. How many conversations a mean is over is in the records, and no column.
  private static func columns(of names: Set<String>) -> [Field] {
    let fields = names.sorted().map(Field.additional).filter { !$0.countsConversations }
    let measures = ConversationMeasure.allCases.map { Field.additional($0.rawValue) }
    return measures.filter(fields.contains) + fields.filter { !measures.contains($0) }
  }

  private init(_ input: Input) {
    let columns = TeamColumns(input)
    self.input = input
    self.columns = columns
    rows = columns.users.indices.map { TeamRow(columns: columns, index: $0) }
    calls = Statistics(columns.calls)
    let withData = Set(columns.users)
    withoutData = (0..<UserNumber(input.userCount)).filter { user in
      !withData.contains(user) && input.members?.contains(user) != false
    }
  }

  /// Boards of the same records, team and preferences are the same.
  package static func == (one: TeamBoard, other: TeamBoard) -> Bool { one.input == other.input }

  /// What the board is about.
  package var resource: Resource { input.resource }

  /// The columns of the board: the fields of its resource, then by name the additional metrics that
  /// any of the snapshot's records has.
  package var fields: [Field] { input.fields }

  /// All users of the team, with data or without.
  package var userCount: Int { rows.count + withoutData.count }

  /// Shorter periods stand in for the exact windows.
  package var isApproximate: Bool { !input.now.isExact }

  /// The row of a user; nil without data.
  package func row(of user: UserNumber) -> TeamRow? { index(of: user).map { rows[$0] } }

  /// Which of the rows is a user's; nil without data.
  package func index(of user: UserNumber) -> Int? {
    let users = columns.users
    var (low, high) = (0, users.count)
    while low < high {
      let middle = (low + high) / 2
      if users[middle] < user { low = middle + 1 } else { high = middle }
    }
    return low < users.count && users[low] == user ? low : nil
  }

  /// The calls of each row, NaN where no record says.
  package var callNumbers: [Double] { columns.calls }

  /// A field's value of each row, NaN where there is none; empty for a field of another board.
  package func values(_ field: Field) -> [Double] { columns[field]?.values ?? [] }

  /// A field's change of each row, NaN where either side is absent; empty for a field of another
  /// board.
  package func changes(_ field: Field) -> [Double] {
    columns[field].map { zip($0.values, $0.earlier).map(-) } ?? []
  }

  /// What the team's values of a field look like; nil without values.
  package func statistics(_ field: Field) -> Statistics? { columns[field]?.statistics }

  /// Which place a user's value of a field has among the users with a value, 1 for the highest;
  /// users with the same value share a place. Nil without a value.
  package func rank(of row: TeamRow, _ field: Field) -> Int? {
    guard let value = row[field].value, let column = columns[field] else { return nil }
    return 1 + column.values.count { $0 > value }
  }

  /// Which share of the users with a value has a lower one than this user, in percent, users with
  /// the same value counting half. Nil without a value.
  package func percentile(of row: TeamRow, _ field: Field) -> Double? {
    guard let value = row[field].value, let column = columns[field] else { return nil }
    return Statistics.percentile(of: value, among: column.values)
  }
}
