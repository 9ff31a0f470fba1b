import Analytics
import Records
import Testing

@Suite struct TeamBoardTests {
  private let patienceField = Field.metric(.patience)

  private func board(
    _ slots: [WindowSlot], resource: Resource = .interactions, targets: [Metric: Target] = [:],
    range: DaySpan = days(0, 14)
  ) -> TeamBoard {
    TeamBoard(
      snapshot(slots, resource: resource, range: range), resource: resource, targets: targets,
      minimumCalls: 5)
  }

  private func row(_ board: TeamBoard, _ user: UserNumber) throws -> TeamRow {
    try #require(board.rows.first { $0.user == user })
  }

  /// The range and the one before it, both exact.
  private let slots = [
    slot(.total, .interactions, days(0, 14), patience([(0, 1.5), (1, 0.5), (2, nil)])),
    slot(.compared, .interactions, days(-14, 0), patience([(0, 1), (2, 3)])),
    slot(
      .total, .activity, days(0, 14),
      calls([
        (0, hosted: 4, attended: 6), (1, hosted: 4, attended: nil), (3, hosted: 0, attended: 0),
      ])
    ),
    slot(.compared, .activity, days(-14, 0), calls([(0, hosted: 2, attended: 3)])),
  ]

  @Test func `a change is the difference to the compared range`() throws {
    let headline = try row(board(slots), 0)[patienceField]
    #expect(headline.value == 1.5)
    #expect(headline.change == 0.5)
    #expect(!headline.changeHasFewCalls)
    #expect(!headline.isApproximate)
  }

  @Test func `without a value on either side there is no change`() throws {
    let onlyNow = try row(board(slots), 1)[patienceField]
    #expect(onlyNow.value == 0.5)
    #expect(onlyNow.change == nil)
    let noWindow = try row(board([slots[0]]), 0)[patienceField]
    #expect(noWindow.change == nil)
  }

  @Test(
    arguments: [
      (5, 5, false, false), (4, 5, true, false), (5, 4, false, true), (4.5, 0, true, true),
    ] as [(Double, Double, Bool, Bool)])
  func `few calls are told for either side`(
    now: Double, before: Double, isFewNow: Bool, isFewBefore: Bool
  ) throws {
    let slots = [
      slot(.total, .interactions, days(0, 14), patience([(0, 2)])),
      slot(.compared, .interactions, days(-14, 0), patience([(0, 1)])),
      slot(.total, .activity, days(0, 14), calls([(0, hosted: now, attended: nil)])),
      slot(.compared, .activity, days(-14, 0), calls([(0, hosted: nil, attended: before)])),
    ]
    let row = try row(board(slots), 0)
    #expect(row.hasFewCalls == isFewNow)
    #expect(row[patienceField].changeHasFewCalls == isFewBefore)
  }

  @Test func `calls are those hosted and attended, an absent one counting nothing`() throws {
    let board = board(slots)
    #expect(try row(board, 0).calls == 10)
    #expect(try row(board, 1).calls == 4)
    #expect(try row(board, 3).calls == 0)
    #expect(board.calls?.median == 4)
  }

  @Test func `calls that no record tells are absent, and not few`() throws {
    let row = try row(board([slots[0]]), 0)
    #expect(row.calls == nil)
    #expect(!row.hasFewCalls)
  }

  @Test
  func `users with either kind of record have a row, and a record without numbers gives none`()
    throws
  {
    let board = board(slots)
    #expect(board.rows.map(\.user) == [0, 1, 3])
    #expect(try Metric.allCases.allSatisfy { try row(board, 3)[.metric($0)] == Headline() })
    #expect(board.userCount == 4)
  }

  @Test func `the team's numbers leave out what is absent`() {
    let board = board(slots)
    #expect(board.statistics(patienceField)?.count == 2)
    #expect(board.statistics(patienceField)?.mean == 1)
    #expect(board.statistics(.metric(.interactivity)) == nil)
  }

  @Test(
    arguments: [
      (0.59, .below), (0.6, .within), (0.8, .within), (1, .within), (1.01, .above),
    ] as [(Double, Target.State)])
  func `a target's bounds are within it`(value: Double, expected: Target.State) throws {
    let slots = [slot(.total, .interactions, days(0, 14), patience([(0, value)]))]
    let board = board(slots, targets: Target.defaults)
    #expect(try row(board, 0)[patienceField].target == expected)
  }

  @Test func `a metric without a target or without a value has no state`() throws {
    let row = try row(board(slots, targets: [.interactivity: Target(upper: 5)]), 0)
    #expect(Metric.allCases.allSatisfy { row[.metric($0)].target == nil })
  }

  @Test func `users with the same value share a place, and the next one is passed over`() throws {
    let values = [(0, 2), (1, 3), (2, 2), (3, 1), (4, nil)] as [(UserNumber, Double?)]
    let board = board([
      slot(.total, .interactions, days(0, 14), patience(values)),
      slot(.total, .activity, days(0, 14), calls([(4, hosted: 1, attended: 1)])),
    ])
    let ranks = board.rows.map { board.rank(of: $0, patienceField) }
    #expect(ranks == [2, 1, 2, 4, nil])
  }

  @Test func `the activity board counts every counter and knows no targets`() throws {
    let board = board(slots, resource: .activity, targets: Target.defaults)
    #expect(board.rows.map(\.user) == [0, 1, 3])
    let first = try row(board, 0)
    #expect(board.fields == Counter.allCases.map(Field.counter))
    #expect(first[.counter(.callsHosted)].value == 4)
    #expect(first[.counter(.callsHosted)].change == 2)
    #expect(first[.counter(.callsListenedOwn)] == Headline())
    #expect(first.calls == 10)
  }

  @Test func `an empty snapshot makes an empty board`() {
    let board = board([])
    #expect(board.rows.isEmpty)
    #expect(board.calls == nil)
    #expect(board.fields.allSatisfy { board.statistics($0) == nil })
  }
}
