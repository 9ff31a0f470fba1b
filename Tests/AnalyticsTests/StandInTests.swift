import Analytics
import Records
import Testing

/// Periods of the trend in the place of a range's own window.
@Suite struct StandInTests {
  private let parts = [
    slot(.trend, .interactions, days(14, 16), patience([(0, 100), (2, 100)])),
    slot(.trend, .interactions, days(7, 14), patience([(0, 2), (1, 5)])),
    slot(.trend, .interactions, days(0, 7), patience([(0, 1)])),
    slot(.trend, .interactions, days(-7, 0), patience([(0, 100), (2, 100)])),
    slot(.trend, .activity, days(14, 16), calls([(0, hosted: 100, attended: 100)])),
    slot(.trend, .activity, days(7, 14), calls([(0, hosted: 20, attended: 10)])),
    slot(.trend, .activity, days(0, 7), calls([(0, hosted: nil, attended: 10)])),
    slot(.trend, .activity, days(-7, 0), calls([(0, hosted: 100, attended: 100)])),
  ]

  private func board(_ slots: [WindowSlot], resource: Resource = .interactions) -> TeamBoard {
    TeamBoard(
      snapshot(slots, resource: resource), resource: resource, targets: Target.defaults,
      minimumCalls: 5)
  }

  private func headline(_ board: TeamBoard, _ user: UserNumber, _ field: Field) throws -> Headline {
    try #require(board.rows.first { $0.user == user })[field]
  }

  @Test func `metrics are weighted with the calls of the periods inside the range`() throws {
    let board = board(parts)
    let headline = try headline(board, 0, .metric(.patience))
    #expect(headline.value == 1.75)
    #expect(headline.isApproximate)
    #expect(!headline.isUnweighted)
    #expect(headline.target == .above)
    #expect(board.rows.first?.calls == 40)
    #expect(board.rows.map(\.user) == [0, 1])
  }

  @Test func `a period without calls makes the mean plain, which is said`() throws {
    let found = try headline(board(parts), 1, .metric(.patience))
    #expect(found.value == 5)
    #expect(found.isApproximate)
    #expect(found.isUnweighted)
    let plain = try headline(board(Array(parts.prefix(4))), 0, .metric(.patience))
    #expect(plain.value == 1.5)
    #expect(plain.isUnweighted)
  }

  @Test func `counters are summed`() throws {
    let board = board(parts, resource: .activity)
    let hosted = try headline(board, 0, .counter(.callsHosted))
    #expect(hosted.value == 20)
    #expect(hosted.isApproximate)
    #expect(!hosted.isUnweighted)
    #expect(try headline(board, 0, .counter(.callsAttended)).value == 20)
  }

  @Test func `the range's own window always wins`() throws {
    let exact = [
      slot(.total, .interactions, days(0, 14), patience([(0, 7)])),
      slot(.total, .activity, days(0, 14), calls([(0, hosted: 6, attended: nil)])),
    ]
    let board = board(parts + exact)
    #expect(try headline(board, 0, .metric(.patience)).value == 7)
    #expect(try headline(board, 0, .metric(.patience)).isApproximate == false)
    #expect(board.rows.map(\.user) == [0])
    #expect(board.rows.first?.calls == 6)
  }

  @Test func `one resource's own window serves beside the other's periods`() throws {
    let exactCalls = slot(.total, .activity, days(0, 14), calls([(0, hosted: 6, attended: nil)]))
    let first = board(parts + [exactCalls])
    #expect(try headline(first, 0, .metric(.patience)).value == 1.75)
    #expect(first.rows.first?.calls == 6)
    let exactMetrics = slot(.total, .interactions, days(0, 14), patience([(0, 7)]))
    let second = board(parts + [exactMetrics])
    #expect(try headline(second, 0, .metric(.patience)).isApproximate == false)
    #expect(second.rows.first?.calls == 40)
  }

  @Test func `a user with only activity in the periods has a row`() {
    let board = board([
      slot(.total, .interactions, days(0, 14), patience([(0, 7)])),
      slot(.trend, .activity, days(0, 7), calls([(3, hosted: 6, attended: nil)])),
    ])
    #expect(board.rows.map(\.user) == [0, 3])
  }

  @Test func `where no period has the number, nothing stands in`() throws {
    #expect(try headline(board(parts), 0, .metric(.interactivity)) == Headline())
  }
}
