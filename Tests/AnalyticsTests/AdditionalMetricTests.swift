import Analytics
import Records
import Testing

/// Metrics that the catalogue does not know.
@Suite struct AdditionalMetricTests {
  private let talk = Field.additional("Talk ratio")

  private func table(_ values: [(UserNumber, [String: Double])]) -> RecordTable {
    let records = values.map { user, numbers in
      Record(
        resource: .interactions, id: "\(user)", user: User(id: "\(user)"),
        values: Array(repeating: nil, count: 5),
        additional: numbers.sorted { $0.key < $1.key }.map {
          Record.Additional(name: $0.key, value: .decimal($0.value))
        })
    }
    return RecordTable(resource: .interactions, records: records) { UserNumber($0) ?? 0 }
  }

  private func board(_ slots: [WindowSlot], _ resource: Resource = .interactions) -> TeamBoard {
    TeamBoard(
      snapshot(slots, resource: resource), resource: resource, targets: [:], minimumCalls: 5)
  }

  private var slots: [WindowSlot] {
    [
      slot(.total, .interactions, days(0, 14), table([(0, ["Talk ratio": 0.4]), (1, ["b": 2])])),
      slot(.compared, .interactions, days(-14, 0), table([(0, ["Talk ratio": 0.5])])),
      slot(.trend, .interactions, days(0, 7), table([(0, ["A": 1])])),
      slot(.trend, .interactions, days(7, 14), table([(0, ["Talk ratio": 0.3])])),
    ]
  }

  @Test func `every name in the snapshot is a field, in order, after the catalogue's`() {
    let fields = board(slots).fields
    #expect(fields.prefix(5) == Metric.allCases.map(Field.metric)[...])
    #expect(fields.dropFirst(5) == ["A", "Talk ratio", "b"].map(Field.additional)[...])
    #expect(board(slots, .activity).fields == Counter.allCases.map(Field.counter))
  }

  @Test func `it has values, changes and statistics like any metric`() throws {
    let board = board(slots)
    let row = try #require(board.row(of: 0))
    #expect(row[talk].value == 0.4)
    #expect(row[talk].change == 0.4 - 0.5)
    #expect(row[talk].target == nil)
    #expect(row[.additional("A")] == Headline())
    #expect(row[.additional("nobody's")] == Headline())
    #expect(board.statistics(talk)?.count == 1)
    #expect(board.rank(of: row, talk) == 1)
    #expect(try #require(board.row(of: 1))[talk] == Headline())
  }

  @Test func `it has a trend`() {
    let trend = Trend(snapshot(slots), resource: .interactions)
    #expect(trend.values(talk, of: 0) == [nil, 0.3])
    #expect(TrendMedians(trend, talk).values == [nil, 0.3])
  }

  @Test func `shorter periods stand in by the rule of metrics`() throws {
    let parts = [
      slot(.trend, .interactions, days(0, 7), table([(0, ["Talk ratio": 1])])),
      slot(.trend, .interactions, days(7, 14), table([(0, ["Talk ratio": 2])])),
      slot(.trend, .activity, days(0, 7), calls([(0, hosted: 10, attended: nil)])),
      slot(.trend, .activity, days(7, 14), calls([(0, hosted: 30, attended: nil)])),
    ]
    let headline = try #require(board(parts).row(of: 0))[talk]
    #expect(headline.value == 1.75)
    #expect(headline.isApproximate)
    #expect(!headline.isUnweighted)
  }
}
