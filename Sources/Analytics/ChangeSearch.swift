import Records

/// Finds the real changes of one period, metric by metric.
struct ChangeSearch {
  private(set) var findings: [Attention.Finding] = []
  private(set) var usersWithoutHistory = 0

  /// Judges the period with the index `judged`, where its records are there, by those before it.
  init(_ board: TeamBoard, _ fields: [Field], _ sheets: [PeriodSheet?], judged: Int?) {
    guard let judged, let sheet = sheets[judged] else { return }
    let minimumCalls = board.input.minimumCalls
    let isMember = board.input.members.map(MemberFlags.init)
    let earlier = sheets[..<judged].compactMap { $0 }
    // By row: whether there is a value to judge, and whether any was judged.
    var hasValue = [Bool](repeating: false, count: sheet.users.count)
    var isJudged = hasValue
    for field in fields {
      guard var values = sheet.values(field, minimumCalls: minimumCalls) else { continue }
      if let isMember {
        for row in values.indices where !isMember[sheet.users[row]] { values[row] = .nan }
      }
      var histories = Histories(of: values, sheet.users)
      for sheet in earlier.reversed() where !histories.areComplete {
        guard let earlier = sheet.values(field, minimumCalls: minimumCalls) else { continue }
        histories.add(earlier, of: sheet.users)
      }
      for row in values.indices where !values[row].isNaN {
        hasValue[row] = true
        let change = histories.change(of: values[row], row: row)
        isJudged[row] = isJudged[row] || change != .notEnoughHistory
        guard case .real(let deviations, let median) = change else { continue }
        findings.append(
          Attention.Finding(
            user: sheet.users[row], field: field, value: values[row], deviations: deviations,
            kind: .change(median: median, periods: histories.counts[row])))
      }
    }
    usersWithoutHistory = hasValue.indices.count { hasValue[$0] && !isJudged[$0] }
  }
}

/// The earlier values of every user who has a value now, as many as a change is judged by.
private struct Histories {
  /// How many earlier values each row has.
  private(set) var counts: [Int]
  private var values: [Double]
  private let users: [UserNumber]
  private var open: Int

  init(of values: [Double], _ users: [UserNumber]) {
    self.users = users
    // Who has no value needs no history.
    counts = values.map { $0.isNaN ? RealChange.mostPeriods : 0 }
    open = counts.count { $0 == 0 }
    self.values = Array(repeating: 0, count: values.count * RealChange.mostPeriods)
  }

  /// Whether nobody can take another value.
  var areComplete: Bool { open == 0 }

  /// Adds the values of the period before those that were added.
  mutating func add(_ earlier: [Double], of others: [UserNumber]) {
    var row = 0
    for (user, value) in zip(others, earlier) where !value.isNaN {
      while row < users.count, users[row] < user { row += 1 }
      guard row < users.count else { return }
      let count = counts[row]
      guard users[row] == user, count < RealChange.mostPeriods else { continue }
      values[row * RealChange.mostPeriods + count] = value
      counts[row] = count + 1
      if count + 1 == RealChange.mostPeriods { open -= 1 }
    }
  }

  mutating func change(of value: Double, row: Int) -> RealChange {
    let start = row * RealChange.mostPeriods
    return RealChange(of: value, after: &values[start..<start + counts[row]])
  }
}
