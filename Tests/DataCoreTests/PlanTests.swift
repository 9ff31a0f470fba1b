import DataCore
import Records
import Testing

@Suite struct PlanTests {
  /// Friday.
  private let today = day("2026-11-20")

  private func query(
    _ range: RangeChoice, by granularity: Granularity, _ resource: Resource = .interactions,
    today: Day? = nil
  ) -> Query {
    let today = today ?? self.today
    return Query(
      account: "acme", resource: resource, range: range.span(today: today),
      compared: range.comparedSpan(today: today), granularity: granularity, today: today)
  }

  /// `interactions total total 2026-10-21..2026-11-20`, a line for each window.
  private func lines(_ plan: [PlannedWindow]) -> [String] {
    plan.map { window in
      let period = window.key.period
      return "\(window.key.resource) \(window.role) \(period.granularity) "
        + "\(period.start.text)..\(period.end.text)"
    }
  }

  /// All but the history.
  private func windows(_ query: Query) -> [String] {
    lines(Plan.windows(for: query, zone: .utc).filter { $0.role != .history })
  }

  private func history(_ query: Query) -> [String] {
    lines(Plan.windows(for: query, zone: .utc).filter { $0.role == .history })
  }

  @Test func `the range comes first, what it is compared with next, then the trend, newest first`()
  {
    #expect(
      windows(query(.rolling(days: 14, back: 0), by: .week)) == [
        "interactions total total 2026-11-06..2026-11-20",
        "activity total total 2026-11-06..2026-11-20",
        "interactions compared total 2026-10-23..2026-11-06",
        "activity compared total 2026-10-23..2026-11-06",
        "interactions trend week 2026-11-16..2026-11-20",
        "interactions trend week 2026-11-09..2026-11-16",
        "interactions trend week 2026-11-02..2026-11-09",
        "activity trend week 2026-11-16..2026-11-20",
        "activity trend week 2026-11-09..2026-11-16",
        "activity trend week 2026-11-02..2026-11-09",
      ])
  }

  @Test func `the activity board leaves all of the interactions for later`() {
    #expect(
      windows(query(.rolling(days: 2, back: 0), by: .day, .activity)) == [
        "activity total total 2026-11-18..2026-11-20",
        "activity compared total 2026-11-16..2026-11-18",
        "activity trend day 2026-11-19..2026-11-20",
        "activity trend day 2026-11-18..2026-11-19",
        "interactions total total 2026-11-18..2026-11-20",
        "interactions compared total 2026-11-16..2026-11-18",
        "interactions trend day 2026-11-19..2026-11-20",
        "interactions trend day 2026-11-18..2026-11-19",
      ])
  }

  @Test func `a range that is one period of its trend is asked for once`() {
    let plan = Plan.windows(for: query(.unit(.month, back: 1), by: .month), zone: .utc)
    #expect(
      lines(plan.filter { $0.role != .history }) == [
        "interactions total month 2026-10-01..2026-11-01",
        "activity total month 2026-10-01..2026-11-01",
        "interactions compared total 2026-09-01..2026-10-01",
        "activity compared total 2026-09-01..2026-10-01",
        "interactions trend month 2026-10-01..2026-11-01",
        "activity trend month 2026-10-01..2026-11-01",
      ])
    #expect(Set(plan.filter { $0.role != .history }.map(\.key)).count == 4)
  }

  @Test func `the current week is compared with the same days of the last one`() {
    #expect(
      windows(query(.unit(.week, back: 0), by: .week)).prefix(5) == [
        "interactions total week 2026-11-16..2026-11-20",
        "activity total week 2026-11-16..2026-11-20",
        "interactions compared total 2026-11-09..2026-11-13",
        "activity compared total 2026-11-09..2026-11-13",
        "interactions trend week 2026-11-16..2026-11-20",
      ])
  }

  @Test(arguments: [
    (RangeChoice.unit(.week, back: 1), "2026-11-09..2026-11-16", "2026-11-02..2026-11-09"),
    (.unit(.month, back: 0), "2026-11-01..2026-11-20", "2026-10-01..2026-10-20"),
    (.unit(.month, back: 1), "2026-10-01..2026-11-01", "2026-09-01..2026-10-01"),
    (.unit(.quarter, back: 0), "2026-10-01..2026-11-20", "2026-07-01..2026-08-20"),
    (.unit(.quarter, back: 1), "2026-07-01..2026-10-01", "2026-04-01..2026-07-01"),
    (.unit(.year, back: 0), "2026-01-01..2026-11-20", "2025-01-01..2025-11-20"),
    (.rolling(days: 7, back: 0), "2026-11-13..2026-11-20", "2026-11-06..2026-11-13"),
    (.rolling(days: 30, back: 0), "2026-10-21..2026-11-20", "2026-09-21..2026-10-21"),
    (.rolling(days: 90, back: 1), "2026-05-24..2026-08-22", "2026-02-23..2026-05-24"),
    (
      .dates(days("2026-11-18", "2026-12-24")), "2026-11-18..2026-11-20", "2026-11-16..2026-11-18"
    ),
  ])
  func `each range has its days and those it is compared with`(
    range: RangeChoice, total: String, compared: String
  ) {
    let totals = windows(query(range, by: .total))
    #expect(
      totals == [
        "interactions total total \(total)", "activity total total \(total)",
        "interactions compared total \(compared)", "activity compared total \(compared)",
      ])
  }

  @Test(arguments: [
    (Granularity.day, 30, "2026-11-19..2026-11-20", "2026-10-21..2026-10-22"),
    (.week, 5, "2026-11-16..2026-11-20", "2026-10-19..2026-10-26"),
    (.month, 2, "2026-11-01..2026-11-20", "2026-10-01..2026-11-01"),
  ])
  func `trend periods are whole, but for the current one`(
    granularity: Granularity, count: Int, newest: String, oldest: String
  ) {
    let trend = windows(query(.rolling(days: 30, back: 0), by: granularity))
      .filter { $0.hasPrefix("interactions trend") }
    #expect(trend.count == count)
    #expect(trend.first == "interactions trend \(granularity) \(newest)")
    #expect(trend.last == "interactions trend \(granularity) \(oldest)")
  }

  @Test(arguments: [
    (RangeChoice.unit(.week, back: 0), "2026-11-16"), (.unit(.month, back: 0), "2026-11-01"),
    (.unit(.quarter, back: 0), "2026-10-01"), (.unit(.year, back: 0), "2027-01-01"),
    (.dates(days("2026-11-20", "2026-11-27")), "2026-11-20"),
    (.dates(days("2027-01-01", "2027-02-01")), "2026-11-20"),
  ])
  func `a range of which no day is over needs nothing`(range: RangeChoice, today: String) {
    for granularity in Granularity.allCases {
      let query = query(range, by: granularity, today: day(today))
      #expect(Plan.windows(for: query, zone: .utc) == [])
    }
  }

  @Test(arguments: [
    // 22 windows of 13 completed weeks are history, 24 where the trend has one of them.
    (Resource.interactions, RangeChoice.rolling(days: 14, back: 0), 7, 22 + 3),
    (.activity, .rolling(days: 14, back: 0), 5, 22 + 5),
  ])
  func `what only the other board shows is fetched for the background`(
    resource: Resource, range: RangeChoice, foreground: Int, background: Int
  ) {
    let plan = Plan.windows(for: query(range, by: .week, resource), zone: .utc)
    #expect(
      plan.map(\.isBackground)
        == Array(repeating: false, count: foreground) + Array(repeating: true, count: background))
    let onScreen = Set(plan.filter { !$0.isBackground }.map(\.key))
    #expect(onScreen.isDisjoint(with: plan.filter(\.isBackground).map(\.key)))
  }

  @Test func `what a screen shows twice is wanted in the first place`() {
    // The week is the total and the trend in one: no part of it is less wanted than the other.
    let plan = Plan.windows(for: query(.unit(.week, back: 1), by: .week), zone: .utc)
    #expect(
      lines(plan.filter { !$0.isBackground && $0.key.resource == .activity })
        == [
          "activity total week 2026-11-09..2026-11-16",
          "activity compared total 2026-11-02..2026-11-09",
          "activity trend week 2026-11-09..2026-11-16",
        ])
  }

  @Test(arguments: [
    // Weeks that the range touches are in the trend, and the current one is not completed.
    (RangeChoice.rolling(days: 14, back: 0), Granularity.week, 11, "2026-10-26", "2026-08-17"),
    (.rolling(days: 90, back: 0), .week, 0, "", ""),
    (.unit(.month, back: 1), .month, 12, "2026-09-01", "2025-10-01"),
    (.rolling(days: 7, back: 0), .day, 14, "2026-11-12", "2026-10-30"),
    // No week of the range is completed: the one before it is the newest.
    (.unit(.week, back: 0), .week, 13, "2026-11-09", "2026-08-17"),
    // Without a trend nothing has the newest one.
    (.rolling(days: 30, back: 0), .total, 13, "2026-11-09", "2026-08-17"),
    // The range ends amid a week that is over by now.
    (.dates(days("2026-10-01", "2026-10-08")), .week, 11, "2026-09-21", "2026-07-13"),
  ])
  func `the history has the completed periods that the trend lacks, of both resources`(
    range: RangeChoice, granularity: Granularity, count: Int, newest: String, oldest: String
  ) {
    for resource in Resource.allCases {
      let history = history(query(range, by: granularity, resource))
      #expect(history.count == 2 * count)
      guard count > 0 else { continue }
      let name = granularity == .total ? Granularity.week : granularity
      #expect(history.first?.hasPrefix("interactions history \(name) \(newest)..") == true)
      #expect(history.last?.hasPrefix("activity history \(name) \(oldest)..") == true)
    }
  }

  @Test func `the history comes after the trend and before the other board`() {
    let plan = Plan.windows(for: query(.rolling(days: 14, back: 0), by: .week), zone: .utc)
    let roles = plan.map { "\($0.key.resource) \($0.role)" }
    #expect(
      roles.indices.filter { $0 == 0 || roles[$0] != roles[$0 - 1] }.map { roles[$0] }.filter {
        !$0.hasSuffix("history")
      } == [
        "interactions total", "activity total", "interactions compared", "activity compared",
        "interactions trend", "activity trend",
      ])
    #expect(plan.drop { $0.role != .history }.prefix { $0.role == .history }.count == 22)
    #expect(plan.last?.role == .trend)
  }

  @Test func `a sync gets both resources side by side, newest first`() {
    let plan = Plan.sync(query(.rolling(days: 2, back: 0), by: .day), zone: .utc)
    #expect(
      lines(plan) == [
        "interactions trend day 2026-11-19..2026-11-20",
        "activity trend day 2026-11-19..2026-11-20",
        "interactions trend day 2026-11-18..2026-11-19",
        "activity trend day 2026-11-18..2026-11-19",
      ])
  }

  @Test func `windows are of the query's account and the zone at hand`() throws {
    let plan = Plan.windows(for: query(.rolling(days: 7, back: 0), by: .day), zone: .utc)
    #expect(Set(plan.map(\.key.account)) == ["acme"])
    #expect(Set(plan.map(\.key.zone)) == ["UTC"])
  }

  @Test func `scripts get the whole periods of one resource, oldest first`() {
    let plan = Plan.records(
      of: .activity, for: query(.rolling(days: 7, back: 0), by: .week), zone: .utc)
    #expect(
      lines(plan) == [
        "activity trend week 2026-11-09..2026-11-16", "activity trend week 2026-11-16..2026-11-20",
      ])
  }

  @Test func `scripts that ask for a total get exactly the range`() {
    let plan = Plan.records(
      of: .interactions, for: query(.rolling(days: 7, back: 0), by: .total), zone: .utc)
    #expect(lines(plan) == ["interactions total total 2026-11-13..2026-11-20"])
  }
}
