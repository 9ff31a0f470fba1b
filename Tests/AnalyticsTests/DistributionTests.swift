import Analytics
import Records
import Testing

@Suite struct DistributionTests {
  private let field = Field.metric(.patience)

  /// Everyone has enough calls but the users that are `few`.
  private func board(_ values: [Double?], few: Set<Int> = []) -> TeamBoard {
    let users = values.indices.map { UserNumber($0) }
    let slots = [
      slot(.total, .interactions, days(0, 14), patience(Array(zip(users, values)))),
      slot(
        .total, .activity, days(0, 14),
        calls(users.map { ($0, hosted: few.contains(Int($0)) ? 4 : 5, attended: nil) })),
    ]
    return TeamBoard(
      snapshot(slots, users: values.count), resource: .interactions, targets: [:],
      minimumCalls: 5)
  }

  private func edges(_ distribution: Distribution) -> [Double] {
    distribution.bins.map(\.lower) + distribution.bins.suffix(1).map(\.upper)
  }

  @Test func `bins have round edges, the lower one belonging to them`() {
    let distribution = Distribution(
      board([0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.8, 0.85, 0.9, 1.1]), field)
    #expect(edges(distribution) == [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2])
    #expect(distribution.bins.map(\.users.count) == [1, 2, 2, 3, 1, 0, 1])
    #expect(distribution.bins[1].users == [1, 2])
    #expect(distribution.bin(of: 6) == 3)
    #expect(distribution.bin(of: 9) == 6)
    #expect(distribution.statistics?.median == 0.775)
  }

  @Test(arguments: [2, 3, 5, 9, 40, 1000])
  func `there are no more bins than fit`(maximum: Int) {
    let distribution = Distribution(
      board((0..<500).map { Double($0 % 83) - 41.3 }), field, maximumBins: maximum)
    #expect(distribution.bins.count <= min(maximum, 40))
    #expect(distribution.bins.count >= min(maximum, 5) / 2)
    #expect(distribution.bins.reduce(0) { $0 + $1.users.count } == 500)
  }

  @Test func `every value lies in its bin, and no bin ends where none begins`() {
    let values = (0..<400).map { Double($0 * $0 % 397) * 0.05 }
    let distribution = Distribution(board(values), field)
    for bin in distribution.bins {
      let isWithin = bin.users.allSatisfy {
        values[Int($0)] >= bin.lower && values[Int($0)] < bin.upper
      }
      #expect(isWithin)
    }
    #expect(
      zip(distribution.bins, distribution.bins.dropFirst()).allSatisfy { $0.upper == $1.lower })
  }

  @Test(arguments: [[0.7], [0.7, 0.7, 0.7]])
  func `values that are alike are one bin of no width`(values: [Double]) {
    let distribution = Distribution(board(values), field)
    #expect(edges(distribution) == [0.7, 0.7])
    #expect(distribution.bins[0].users.count == values.count)
  }

  @Test(arguments: [[0, 1e-300], [-1.5e308, 1.5e308]])
  func `values that no edges fit between are one bin`(values: [Double]) {
    #expect(edges(Distribution(board(values), field)) == values)
  }

  @Test func `half of the values alike leaves five bins or more`() {
    let values = Array(repeating: 10, count: 90) + (0..<10).map { Double($0 * 3) }
    #expect(Distribution(board(values), field).bins.count >= 5)
  }

  @Test func `without values there is nothing`() {
    let distribution = Distribution(board([nil, nil]), field)
    #expect(distribution.bins.isEmpty)
    #expect(distribution.statistics == nil)
    #expect(distribution.bin(of: 0) == nil)
  }

  @Test func `users with few calls are left out and listed`() {
    let distribution = Distribution(board([1, 2, 99, nil], few: [2, 3]), field)
    #expect(distribution.fewCalls == [2])
    #expect(distribution.statistics?.maximum == 2)
    #expect(distribution.bin(of: 2) == nil)
  }

  @Test func `counters count everyone, in whole numbers`() {
    let slots = [
      slot(
        .total, .activity, days(0, 14),
        calls((0..<6).map { ($0, hosted: Double($0 % 3), attended: nil) }))
    ]
    let board = TeamBoard(
      snapshot(slots, resource: .activity), resource: .activity, targets: [:], minimumCalls: 5)
    let distribution = Distribution(board, .counter(.callsHosted))
    #expect(edges(distribution) == [0, 1, 2, 3])
    #expect(distribution.bins.map(\.users) == [[0, 3], [1, 4], [2, 5]])
    #expect(distribution.fewCalls.isEmpty)
  }
}
