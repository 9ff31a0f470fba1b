import Analytics
import Records
import Testing

/// Boards and trends of a team within the account.
@Suite struct MembersTests {
  private let slots = [
    slot(.total, .interactions, days(0, 14), patience([(0, 1), (1, 2), (2, 3), (4, 9)])),
    slot(.total, .activity, days(0, 14), calls([(0, hosted: 6, attended: 1)])),
    slot(.trend, .interactions, days(0, 7), patience([(0, 1), (1, 2), (2, 9)])),
    slot(.trend, .interactions, days(7, 14), patience([(2, 3)])),
  ]

  private func board(_ members: Set<UserNumber>?, reusing other: TeamBoard? = nil) -> TeamBoard {
    TeamBoard(
      snapshot(slots, users: 6), resource: .interactions, targets: [:], minimumCalls: 5,
      members: members, reusing: other)
  }

  @Test func `only members count`() throws {
    let board = board([1, 2, 3])
    #expect(board.rows.map(\.user) == [1, 2])
    #expect(board.userCount == 3)
    #expect(board.withoutData == [3])
    #expect(board.statistics(.metric(.patience))?.mean == 2.5)
    #expect(board.statistics(.metric(.patience))?.sum == 5)
    #expect(board.calls == nil)
    let row = try #require(board.row(of: 1))
    #expect(board.rank(of: row, .metric(.patience)) == 2)
    #expect(board.percentile(of: row, .metric(.patience)) == 25)
    #expect(board.row(of: 0) == nil)
  }

  @Test func `without members everyone counts`() throws {
    let board = board(nil)
    #expect(board.rows.map(\.user) == [0, 1, 2, 4])
    #expect(board.userCount == 6)
    #expect(board.withoutData == [3, 5])
    let row = try #require(board.row(of: 1))
    #expect(board.rank(of: row, .metric(.patience)) == 3)
    #expect(board.percentile(of: row, .metric(.patience)) == 37.5)
  }

  @Test func `members whom the account does not know are left out`() {
    #expect(board([1, 99]).userCount == 1)
    #expect(board([1, 99]).withoutData.isEmpty)
  }

  @Test func `a team of nobody has an empty board`() {
    let board = board([])
    #expect(board.rows.isEmpty)
    #expect(board.userCount == 0)
    #expect(board.withoutData.isEmpty)
  }

  @Test func `a board is reused for the same team only`() {
    let everyone = board(nil)
    #expect(board(nil, reusing: everyone) == everyone)
    #expect(board([1], reusing: everyone).rows.map(\.user) == [1])
  }

  @Test func `medians are the members'`() {
    let trend = Trend(snapshot(slots, users: 6), resource: .interactions)
    #expect(TrendMedians(trend, .metric(.patience)).values == [2, 3])
    #expect(TrendMedians(trend, .metric(.patience), members: [0, 1]).values == [1.5, nil])
    #expect(TrendMedians(trend, .metric(.patience), members: []).values == [nil, nil])
  }

  @Test func `medians that are reused are those of the same period, field and team`() {
    let field = Field.metric(.patience)
    let trend = Trend(snapshot(slots, users: 6), resource: .interactions)
    let grown = slots + [slot(.trend, .interactions, days(-7, 0), patience([(0, 7)]))]
    let later = Trend(snapshot(grown, users: 6), resource: .interactions)
    let first = TrendMedians(trend, field)
    #expect(TrendMedians(later, field, reusing: first).values == [7, 2, 3])
    #expect(TrendMedians(later, field, members: [2], reusing: first).values == [nil, 9, 3])
    let other = TrendMedians(later, .metric(.interactivity), reusing: first)
    #expect(other.values == [nil, nil, nil])
  }
}
