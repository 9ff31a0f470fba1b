import Analytics
import Records
import Testing

@Suite struct AttentionTests {
  /// Weeks from `first` on, each with the values of the users by number; all have nine calls but
  /// the users that are `few`.
  private func weeks(
    _ first: Int, _ values: [[Double?]], few: Set<Int> = []
  ) -> [Attention.PeriodRecords] {
    values.enumerated().map { week, values in
      let users = values.indices.map { UserNumber($0) }
      return Attention.PeriodRecords(
        period: Period(.week, days((first + week) * 7, (first + week + 1) * 7)),
        table: patience(Array(zip(users, values))),
        activity: calls(users.map { ($0, hosted: few.contains(Int($0)) ? 4 : 9, attended: nil) }))
    }
  }

  private func board(
    _ values: [Double?], target: Target? = nil, few: Set<Int> = [], members: Set<UserNumber>? = nil,
    isExact: Bool = true
  ) -> TeamBoard {
    let users = values.indices.map { UserNumber($0) }
    let table = patience(Array(zip(users, values)))
    return TeamBoard(
      snapshot(
        [
          isExact
            ? slot(.total, .interactions, days(0, 14), table)
            : slot(.trend, .interactions, days(0, 7), table),
          slot(
            .total, .activity, days(0, 14),
            calls(users.map { ($0, hosted: few.contains(Int($0)) ? 4 : 9, attended: nil) })),
        ], users: values.count), resource: .interactions,
      targets: target.map { [.patience: $0] } ?? [:], minimumCalls: 5, members: members)
  }

  private func attention(
    _ board: TeamBoard, _ weeks: [Attention.PeriodRecords]
  ) -> Attention {
    Attention(board, periods: weeks, range: days(0, 14))
  }

  /// Six weeks of everyone at 10 before the range and one in it.
  private func calm(_ users: Int) -> [[Double?]] {
    Array(repeating: Array(repeating: 10, count: users), count: 7)
  }

  @Test func `a change is judged in the newest completed week of the range by those before it`() {
    let found = attention(board([nil, nil, nil]), weeks(-6, calm(3) + [[10, 20, 11.4]]))
    #expect(found.period?.days == days(7, 14))
    #expect(
      found.findings == [
        Attention.Finding(
          user: 1, field: .metric(.patience), value: 20, deviations: 20,
          kind: .change(median: 10, periods: 7))
      ])
    #expect(found.changeCount == 1)
    #expect(found.outsideCount == 0)
    #expect(found.usersWithoutHistory == 0)
  }

  @Test func `a week that is not over or outside the range is not judged`() {
    var periods = weeks(-5, calm(1) + [[20]])
    #expect(attention(board([nil]), periods).findings.isEmpty)
    let current = Period(.week, days(7, 9))
    periods = weeks(-6, calm(1))
    periods.append(
      Attention.PeriodRecords(
        period: current, table: patience([(0, 20)]),
        activity: calls([(0, hosted: 9, attended: nil)])))
    let found = attention(board([nil]), periods)
    #expect(found.period?.days == days(0, 7))
    #expect(found.findings.isEmpty)
  }

  @Test func `a week whose records are not there is not judged by another`() {
    var periods = weeks(-7, calm(1) + [[20]])
    periods.append(
      Attention.PeriodRecords(period: Period(.week, days(7, 14)), table: nil, activity: nil))
    let found = attention(board([nil]), periods)
    #expect(found.period?.days == days(7, 14))
    #expect(found.findings.isEmpty)
  }

  @Test func `only twelve earlier weeks with enough calls count`() {
    let before = Array(repeating: [100.0 as Double?], count: 9)
    let since = Array(repeating: [10.0 as Double?], count: 12)
    let few = weeks(-1, [[100], [100]], few: [0])
    let periods = weeks(-22, before + since) + few + weeks(1, [[100]])
    let found = attention(board([nil]), periods)
    #expect(found.findings.map(\.kind) == [.change(median: 10, periods: 12)])
  }

  @Test func `who has too little history is counted, and who has few calls is not judged`() {
    let short = Array(repeating: [10, nil, 10] as [Double?], count: 7)
    let found = attention(
      board([nil, nil, nil]), weeks(-6, short) + weeks(1, [[10, 20, 20]], few: [2]))
    #expect(found.findings.isEmpty)
    #expect(found.usersWithoutHistory == 1)
  }

  @Test func `values outside target say how far, and in how many weeks`() {
    let target = Target(lower: 5, upper: 20)
    let board = board([21, 4, 5, 40, nil], target: target, few: [3])
    let found = attention(board, weeks(0, [[30, 4, 5, 40, nil], [19, nil, 30, 40, nil]]))
    let field = Field.metric(.patience)
    #expect(
      found.findings == [
        Attention.Finding(
          user: 1, field: field, value: 4, deviations: 1 / 0.25,
          kind: .outsideTarget(target, .below, periods: 1, of: 1)),
        Attention.Finding(
          user: 0, field: field, value: 21, deviations: 1,
          kind: .outsideTarget(target, .above, periods: 1, of: 2)),
      ])
    #expect(found.outsideCount == 2)
  }

  @Test func `an approximate value is not held against its target`() {
    let board = board([30], target: Target(upper: 20), isExact: false)
    #expect(attention(board, []).findings.isEmpty)
    #expect(attention(board, []).period == nil)
  }

  @Test func `both kinds are one list, whoever has the most deviations first`() {
    let board = board([14, 24, 10], target: Target(upper: 12))
    let found = attention(board, weeks(-6, calm(3) + [[14, 10, 12]]))
    #expect(found.findings.map(\.user) == [1, 0, 0, 2])
    #expect(found.findings.map { $0.deviations.rounded() } == [20, 8, 3, 4])
  }

  @Test func `only members are judged`() {
    let board = board([30, 30], target: Target(upper: 20), members: [1])
    let found = attention(board, weeks(-6, calm(2) + [[20, 20]]))
    #expect(found.findings.allSatisfy { $0.user == 1 })
    #expect(found.changeCount == 1)
    #expect(found.outsideCount == 1)
  }

  @Test func `additional metrics change like any other`() {
    let table = { (value: Double) in
      RecordTable(
        resource: .interactions, users: [0],
        values: Metric.allCases.map { _ in NumberColumn([nil]) },
        additional: [.init(name: "Talk", values: NumberColumn([.decimal(value)]))],
        texts: patience([(0, nil)]).texts)
    }
    let board = TeamBoard(
      snapshot([slot(.total, .interactions, days(0, 14), table(0.5))]), resource: .interactions,
      targets: [:], minimumCalls: 5)
    let periods = weeks(-5, calm(1)).enumerated().map { index, week in
      Attention.PeriodRecords(
        period: week.period, table: table(index == 6 ? 0.9 : 0.5), activity: week.activity)
    }
    let found = attention(board, periods)
    #expect(found.findings.map(\.field) == [.additional("Talk")])
  }

  @Test func `a snapshot's history and trend are the periods`() {
    let history = (-6...(-1)).flatMap { week in
      [
        slot(.history, .interactions, days(week * 7, week * 7 + 7), patience([(0, 10)]), by: .week),
        slot(
          .history, .activity, days(week * 7, week * 7 + 7),
          calls([(0, hosted: 9, attended: nil)]), by: .week),
      ]
    }
    let trend = [
      slot(.trend, .interactions, days(0, 7), patience([(0, 20)])),
      slot(.trend, .activity, days(0, 7), calls([(0, hosted: 9, attended: nil)])),
      slot(.trend, .interactions, days(14, 16), patience([(0, 30)])),
    ]
    let snapshot = snapshot(trend + history, range: days(0, 16))
    let board = TeamBoard(snapshot, resource: .interactions, targets: [:], minimumCalls: 5)
    let found = Attention(board, snapshot)
    #expect(found.period?.days == days(0, 7))
    #expect(found.findings.map(\.kind) == [.change(median: 10, periods: 6)])
  }

  @Test func `the same records are not searched again`() {
    let board = board([30], target: Target(upper: 20))
    let periods = weeks(-6, calm(1) + [[20]])
    let first = attention(board, periods)
    let again = Attention(board, periods: periods, range: days(0, 14), reusing: first)
    #expect(again == first)
    let other = Attention(board, periods: periods, range: days(0, 7), reusing: first)
    #expect(other.period?.days == days(0, 7))
  }
}
