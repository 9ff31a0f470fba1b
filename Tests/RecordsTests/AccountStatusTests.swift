import Records
import Testing

@Suite struct AccountStatusTests {
  /// Noon of 20 November 2026 in Greenwich.
  static let now = Timestamp(seconds: 1_795_176_000)
  static let today = Day(number: 20_777)

  static func window(
    endingAgo ago: Int = 0, days: Int = 1, fetchedAgo seconds: Double = 60,
    _ resource: Resource = .interactions, _ granularity: Granularity = .day,
    isPartial: Bool = false, zone: String = "UTC"
  ) -> WindowSummary {
    WindowSummary(
      key: WindowKey(
        account: "acme", resource: resource, zone: zone,
        period: Period(granularity, DaySpan(today - ago - days, today - ago))),
      fetchedAt: now + -seconds, isPartial: isPartial)
  }

  static func status(
    _ windows: [WindowSummary], begunAgo: [Double] = [], succeededAgo: Double? = 60,
    failed: (ago: Double, kind: Failure.Kind)? = nil, sent: Int = 3
  ) -> AccountStatus {
    var history = AccountHistory(account: "acme")
    history.windows = windows
    history.begunAt = begunAgo.map { now + -$0 }
    history.lastSuccessAt = succeededAgo.map { now + -$0 }
    history.lastFailure = failed.map {
      PastFailure(at: now + -$0.ago, failure: Failure($0.kind, "It failed."))
    }
    return AccountStatus(
      history, zone: .utc, freshness: Freshness(), sent: RequestCount(sent: sent, budget: 2000),
      now: now)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: AccountStatus
    let expected: AccountStatus.State

    init(_ name: String, _ status: AccountStatus, _ expected: AccountStatus.State) {
      testDescription = name
      self.status = status
      self.expected = expected
    }
  }

  static func failure(_ kind: Failure.Kind) -> AccountStatus.State {
    .failing(Failure(kind, "It failed."))
  }
  static let lastMonth = window(endingAgo: 20, days: 30, fetchedAgo: 9e5, .interactions, .total)

  @Test(arguments: [
    Case("nothing", status([], succeededAgo: nil), .empty),
    Case("yesterday, a minute ago", status([window()]), .fresh),
    Case("yesterday, an hour ago", status([window(fetchedAgo: 3600)]), .old),
    Case("settled days do not grow old", status([window(), lastMonth]), .fresh),
    Case("only days long past", status([lastMonth]), .old),
    Case(
      "a total that has moved on does not count",
      status([window(), window(endingAgo: 1, days: 30, fetchedAgo: 9e4, .interactions, .total)]),
      .fresh),
    Case(
      "one resource lags behind", status([window(), window(fetchedAgo: 7200, .activity)]), .old),
    Case(
      "one resource has nothing new",
      status([window(), window(endingAgo: 9, fetchedAgo: 60, .activity)]), .old),
    Case("days of another zone", status([window(zone: "Asia/Tokyo")]), .old),
    Case("a part of it", status([window(isPartial: true)]), .partial),
    Case(
      "a part of what is long past", status([window(), window(endingAgo: 99, isPartial: true)]),
      .fresh),
    Case("pages on their way", status([window()], begunAgo: [30]), .incomplete),
    Case("first pages on their way", status([], begunAgo: [30]), .incomplete),
    Case("pages that were left lying", status([window()], begunAgo: [9e4]), .fresh),
    Case("refused since", status([window()], failed: (10, .credentials)), failure(.credentials)),
    Case("refused before", status([window()], failed: (90, .credentials)), .fresh),
    Case(
      "refused always", status([], succeededAgo: nil, failed: (9e6, .disconnected)),
      failure(.disconnected)),
    Case("budget of today", status([window()], failed: (10, .budget)), failure(.budget)),
    Case(
      "budget of yesterday",
      status([window(fetchedAgo: 9e4)], succeededAgo: 9e4, failed: (8e4, .budget)), .old),
    Case("fresh, and the budget is gone", status([window()], sent: 2000), .fresh),
    Case(
      "old, and the budget is gone", status([window(fetchedAgo: 7200)], sent: 2000),
      .failing(.budget(2000, zone: .utc))),
  ])
  func `an account is judged by what the cache remembers`(_ it: Case) {
    #expect(it.status.state == it.expected)
  }

  @Test func `windows are counted by what can still become of them`() {
    let status = Self.status(
      [
        Self.window(), Self.window(endingAgo: 1, fetchedAgo: 7200), Self.lastMonth,
        Self.window(endingAgo: 9, fetchedAgo: 60, isPartial: true),
      ], begunAgo: [5, 9e4])
    #expect(status.windows.complete == 4)
    #expect(status.windows.unsettled == 3)
    #expect(status.windows.stale == 1)
    #expect(status.windows.partial == 1)
    #expect(status.windows.inFlight == 1)
    #expect(status.lastDay == Self.today - 1)
    #expect(status.newestFetchAt == Self.now + -60)
  }
}
