/// Names a window: the period one request asks for, of one resource of one account, in one zone.
package struct WindowKey: Hashable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// What the window's records are about.
  package let resource: Resource
  /// The IANA name of the zone whose midnights bound the window.
  package let zone: String
  /// The days of the window and their granularity.
  package let period: Period

  /// The name of a window.
  package init(account: String, resource: Resource, zone: String, period: Period) {
    self.account = account
    self.resource = resource
    self.zone = zone
    self.period = period
  }
}

/// A complete window as it is cached: fetched whole, replaced whole.
package struct Window: Equatable, Sendable {
  /// Which window it is.
  package let key: WindowKey
  /// The records of the window in columns.
  package let table: RecordTable
  /// When the first page of the window was fetched.
  package let fetchedAt: Timestamp
  /// The provider said that it did not have everything.
  package let isPartial: Bool
  /// Records that could not be read and were skipped.
  package let skipped: Int
  /// Records of a user and period that a later one replaced.
  package let duplicates: Int
  /// Records of another period than was asked for, which are not in the table.
  package let ofOtherPeriods: Int

  /// A complete window of these records.
  package init(
    key: WindowKey, table: RecordTable, fetchedAt: Timestamp, isPartial: Bool = false,
    skipped: Int = 0, duplicates: Int = 0, ofOtherPeriods: Int = 0
  ) {
    self.key = key
    self.table = table
    self.fetchedAt = fetchedAt
    self.isPartial = isPartial
    self.skipped = skipped
    self.duplicates = duplicates
    self.ofOtherPeriods = ofOtherPeriods
  }
}

/// A window as it is cached, without its records.
package struct WindowSummary: Hashable, Sendable {
  /// Which window it is.
  package let key: WindowKey
  /// When the first page of the window was fetched.
  package let fetchedAt: Timestamp
  /// The provider said that it did not have everything.
  package let isPartial: Bool

  /// A window without its records.
  package init(key: WindowKey, fetchedAt: Timestamp, isPartial: Bool = false) {
    self.key = key
    self.fetchedAt = fetchedAt
    self.isPartial = isPartial
  }
}

extension Window {
  /// The window without its records.
  package var summary: WindowSummary {
    WindowSummary(key: key, fetchedAt: fetchedAt, isPartial: isPartial)
  }
}

/// When a cached window is fetched again.
package struct Freshness: Hashable, Sendable {
  /// Days after a period's end from which on its records do not change any more.
  package var settle = 3
  /// Seconds after which a window that can still change is fetched again.
  package var refresh = 3600.0

  /// Three days to settle, and an hour until what can still change is fetched again.
  package init() {}

  /// Whether the window will not be fetched again unless asked: its period had ended `settle` days
  /// before it was fetched.
  package func isSettled(_ window: Window, zone: Zone) -> Bool {
    isSettled(window.summary, zone: zone)
  }

  /// The same of a window whose records are not at hand.
  package func isSettled(_ window: WindowSummary, zone: Zone) -> Bool {
    !window.isPartial && window.key.period.end + settle < zone.day(of: window.fetchedAt)
      && !window.key.period.isCutShort
  }

  /// Whether the window should be fetched again to answer a query for `period`.
  package func isStale(_ window: Window, for period: Period, zone: Zone, now: Timestamp) -> Bool {
    isStale(window.summary, for: period, zone: zone, now: now)
  }

  /// The same of a window whose records are not at hand.
  package func isStale(
    _ window: WindowSummary, for period: Period, zone: Zone, now: Timestamp
  ) -> Bool {
    if window.key.period != period { return true }
    return !isSettled(window, zone: zone) && now - window.fetchedAt >= refresh
  }
}
