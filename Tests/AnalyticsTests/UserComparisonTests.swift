import Analytics
import Records
import Testing

@Suite struct UserComparisonTests {
  private let board = TeamBoard(
    snapshot(
      [
        slot(.total, .interactions, days(0, 14), patience([(0, 1), (1, 4), (2, 2), (4, 9)])),
        slot(.compared, .interactions, days(-14, 0), patience([(1, 3)])),
        slot(
          .total, .activity, days(0, 14),
          calls([
            (0, hosted: 6, attended: 1), (1, hosted: 8, attended: 1), (4, hosted: 1, attended: 0),
          ])),
      ], users: 6), resource: .interactions, targets: [.patience: Target(upper: 3)],
    minimumCalls: 5)

  private func cells(_ users: [UserNumber]) throws -> [UserComparison.Cell] {
    let comparison = UserComparison(board, users: users)
    #expect(comparison.lines.map(\.field) == board.fields)
    return try #require(comparison.lines.first { $0.field == .metric(.patience) }).cells
  }

  @Test func `every user has a value, a change, a difference and a rank`() throws {
    let cells = try cells([0, 1, 2])
    #expect(cells.map(\.headline.value) == [1, 4, 2])
    #expect(cells.map(\.headline.change) == [nil, 1, nil])
    #expect(cells.map(\.headline.target) == [.within, .above, .within])
    #expect(cells.map(\.difference) == [0, 3, 1])
    #expect(cells.map(\.rank) == [4, 2, 3])
  }

  @Test func `users without data are compared as well`() throws {
    #expect(try cells([5, 1]).first?.headline == Headline())
    #expect(try cells([5, 1]).map(\.difference) == [nil, nil])
    #expect(try cells([1, 5]).map(\.difference) == [0, nil])
    #expect(UserComparison(board, users: [1, 5, 2]).calls == [9, nil, nil])
  }

  @Test func `differences are measured by the range of the team`() throws {
    let comparison = UserComparison(board, users: [0, 1, 4])
    let line = try #require(comparison.lines.first { $0.field == .metric(.patience) })
    #expect(line.cells.map(\.hasFewCalls) == [false, false, true])
    #expect(line.cells[2].difference == 8)
    let statistics = try #require(board.statistics(.metric(.patience)))
    #expect(line.teamRange == statistics.maximum - statistics.minimum && line.teamRange >= 8)
    #expect(comparison.lines.last?.teamRange == 0)
  }
}
