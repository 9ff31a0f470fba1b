package import Records

/// One window that a query needs, and what for.
package struct PlannedWindow: Hashable, Sendable {
  /// The window that is needed.
  package let key: WindowKey
  /// What the window is for on the screen.
  package let role: WindowRole
  /// Whether it is not on screen now, but one key away.
  package let isBackground: Bool

  /// A window with what it is needed for.
  package init(key: WindowKey, role: WindowRole, isBackground: Bool = false) {
    self.key = key
    self.role = role
    self.isBackground = isBackground
  }
}

/// Turns queries into windows.
package enum Plan {
  /// The windows of a screen in the order in which they are fetched: the totals of the range and of
  /// the one that it is compared with, for the headline values and the change, then the trend,
  /// newest first; then, out of sight, the history by which real changes are told from usual ones,
  /// and the rest of the other resource, which is one key away.
  ///
  /// Calls are counted by activity records, so the interactions board needs both totals at once.
  package static func windows(for query: Query, zone: Zone) -> [PlannedWindow] {
    let planner = Planner(query: query, zone: zone)
    let first = query.resource
    let totals =
      first == .interactions
      ? planner.totals(.interactions) + planner.totals(.activity) : planner.totals(.activity)
    let outOfSight =
      planner.history + (first == .interactions ? [] : planner.totals(.interactions))
      + planner.trend(first.other)
    let onScreen =
      totals.filter { $0.role == .total } + totals.filter { $0.role == .compared }
      + planner.trend(first)
    // A total on screen can be a period of the other resource's trend: it is wanted all the same.
    let keys = Set(onScreen.map(\.key))
    return onScreen
      + outOfSight.map {
        PlannedWindow(key: $0.key, role: $0.role, isBackground: !keys.contains($0.key))
      }
  }

  /// The whole periods that a range touches, of both resources, newest first.
  package static func sync(_ query: Query, zone: Zone) -> [PlannedWindow] {
    let both = Resource.allCases.map { records(of: $0, for: query, zone: zone).reversed() }
    return zip(both[0], both[1]).flatMap { [$0, $1] }
  }

  /// The whole periods that a range touches, as scripts ask for them: the oldest first, so that
  /// records can be printed in their order as they arrive.
  package static func records(
    of resource: Resource, for query: Query, zone: Zone
  ) -> [PlannedWindow] {
    let planner = Planner(query: query, zone: zone)
    return query.granularity == .total
      ? planner.totals(resource).filter { $0.role == .total } : planner.trend(resource).reversed()
  }
}

private struct Planner {
  let query: Query
  let zone: Zone
  let periods: [Period]

  init(query: Query, zone: Zone) {
    self.query = query
    self.zone = zone
    periods =
      query.granularity == .total
      ? [] : Period.covering(query.range, by: query.granularity, today: query.today)
  }

  func trend(_ resource: Resource) -> [PlannedWindow] {
    periods.reversed().map { planned(resource, $0, .trend) }
  }

  func totals(_ resource: Resource) -> [PlannedWindow] {
    [(query.range, WindowRole.total), (query.compared, .compared)].compactMap { span, role in
      let days = span.clamped(before: query.today)
      guard !days.isEmpty else { return nil }
      // A period of the trend that is exactly these days is the same request: it is asked once.
      let twin = periods.first { $0.days == days }
      return planned(resource, twin ?? Period(.total, days), role)
    }
  }

  /// Of both resources, the newest completed period that the range touches, else the one before
  /// the range, and those before it, as far as the trend does not have them; newest first.
  var history: [PlannedWindow] {
    let granularity = query.granularity == .total ? .week : query.granularity
    let touched = Period.covering(query.range, by: granularity, today: query.today)
    guard let oldest = touched.first else { return [] }
    var history = [touched.last { !$0.isCutShort } ?? oldest.previous]
    while history.count <= granularity.earlierPeriods, let last = history.last {
      history.append(last.previous)
    }
    return history.filter { !periods.contains($0) }.flatMap { period in
      Resource.allCases.map { planned($0, period, .history) }
    }
  }

  private func planned(_ resource: Resource, _ period: Period, _ role: WindowRole) -> PlannedWindow
  {
    PlannedWindow(
      key: WindowKey(account: query.account, resource: resource, zone: zone.name, period: period),
      role: role)
  }
}

extension Granularity {
  /// How many earlier periods hold 12 with calls: a week and a month have some in any case, of the
  /// days many are free.
  fileprivate var earlierPeriods: Int { self == .day ? 20 : 12 }
}

extension Period {
  /// The whole period before this one.
  fileprivate var previous: Period {
    Period(granularity, DaySpan(granularity.start(of: start - 1), start))
  }
}
