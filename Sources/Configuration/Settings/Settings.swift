package import Records

/// Everything that a person can set, as the file of the configuration says it.
package struct Settings: Equatable, Sendable, SettingGroup {
  /// The connections to providers, in the order of the file: the first is the one to begin with.
  package var accounts: [Named<AccountSetting>] = []
  /// The users of each team, by id or address, and the files that name more.
  package var teams = TeamSetting()
  /// The team to begin with; nil for everyone.
  package var team: String?
  /// What holds for every account that does not say otherwise.
  package var terms = Terms.usual
  /// The days that screens begin with.
  package var range = RangeChoice.rolling(days: 30, back: 0)
  /// The periods that trends begin with.
  package var granularity = Granularity.week
  /// The names of the columns of each board; none for those that fit.
  package var columns: [Named<[String]>] = []
  /// The keys of actions whose keys are not the usual ones; none unbinds an action.
  package var keys: [Named<[String]>] = []
  /// A theme by name or by file.
  package var theme = "dark"
  /// How pictures are drawn.
  package var charts = ChartSetting()
  /// Whether the mouse selects and scrolls.
  package var mouse = false
  /// Whether the dashboard is words alone.
  package var isPlain = false

  /// The settings of somebody who set nothing.
  package init() {}

  /// What holds for an account: its own terms, and where it has none, those for all.
  package func terms(of account: AccountSetting) -> Terms { account.terms.completed(by: terms) }
}

/// What can be set for all accounts and for single ones; nil where it is not.
package struct Terms: Equatable, Sendable, SettingGroup {
  /// Seconds after which what can still change is fetched again.
  package var refresh: Double?
  /// Days after a period's end from which on it does not change.
  package var settle: Int?
  /// Days after a window's end from which on it is removed from the cache.
  package var retain: Int?
  /// Under so many calls values are muted.
  package var minimumCalls: Double?
  /// The bands of metrics that are not the usual ones; a band without bounds takes a target away.
  package var targets: [Named<Target>] = []
  /// The units of metrics that are not the usual ones.
  package var units: [Named<Unit>] = []

  /// No terms at all.
  package init() {}

  /// The terms where nothing is set.
  package static var usual: Terms {
    var terms = Terms()
    terms.refresh = Freshness().refresh
    terms.settle = Freshness().settle
    terms.retain = 400
    terms.minimumCalls = 5
    return terms
  }

  /// These terms, and others where these are silent.
  fileprivate func completed(by others: Terms) -> Terms {
    var terms = self
    terms.refresh = refresh ?? others.refresh
    terms.settle = settle ?? others.settle
    terms.retain = retain ?? others.retain
    terms.minimumCalls = minimumCalls ?? others.minimumCalls
    let (metrics, measured) = (Set(targets.map(\.name)), Set(units.map(\.name)))
    terms.targets += others.targets.filter { !metrics.contains($0.name) }
    terms.units += others.units.filter { !measured.contains($0.name) }
    return terms
  }
}

extension Terms {
  /// The targets of an account whose usual ones these are.
  package func targets(besides usual: [Metric: Target]) -> [Metric: Target] {
    targets.reduce(into: usual) { targets, named in
      guard let metric = Metric(rawValue: named.name) else { return }
      targets[metric] = named.value == Target() ? nil : named.value
    }
  }

  /// The units of an account whose usual ones these are.
  package func units(besides usual: [Metric: Unit]) -> [Metric: Unit] {
    units.reduce(into: usual) { units, named in
      if let metric = Metric(rawValue: named.name) { units[metric] = named.value }
    }
  }
}

/// The teams that are written down.
package struct TeamSetting: Equatable, Sendable {
  /// The users of each team, by id or address.
  package var users: [Named<[String]>] = []
  /// A file with a line `TEAM,USER` for each user.
  package var file: String?
}

/// How pictures are drawn.
package struct ChartSetting: Equatable, Sendable, SettingGroup {
  /// The characters that pictures are made of, by the name of their set.
  package var glyphs = "auto"
  /// Lines or bars, by name.
  package var kind = "line"
}
