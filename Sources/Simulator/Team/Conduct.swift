import Records

/// How one user behaves: everything that the records of any day are computed from.
struct Conduct: Sendable {
  let key: UInt64
  /// The days that the user was there.
  let employment: DaySpan
  let leave: DaySpan?
  /// Until when the user still learns the trade.
  let isNewUntil: Day?
  /// Calls on a busy day.
  let callRate: Double
  let hostShare: Double
  /// What a working day and what a call adds to each counter on the average.
  let rates: [(daily: Double, perCall: Double)]
  /// The level of each metric.
  let levels: [Double]
  /// For each metric the days of a slow swing and where in it 1970-01-01 is.
  let swings: [(days: Double, phase: Double)]
  /// The metric that really changed: its place, the factor, and the first day of it.
  let change: (metric: Int, factor: Double, since: Day)?
  /// The place of a metric that is absent in some weeks.
  let unmeasured: Int?
  /// For each metric the decimals it is rounded to.
  let decimals: [Int]

  init(entry: RosterEntry, key: UInt64, history: DaySpan, created: Day) {
    self.key = key
    var dice = Dice(key, 1)
    let departure = entry.nature == .departed ? history.end - 60 : history.end
    employment = DaySpan(max(history.start, created), departure)
    leave =
      entry.nature == .onLeave
      ? DaySpan(history.end - 75 - dice.index(below: 10), history.end - 33) : nil
    isNewUntil = entry.nature == .newcomer ? created + 60 : nil
    hostShare = entry.role.hostShare(in: entry.division) * dice.number(in: 0.85...1.08)
    callRate =
      entry.role.callRate(in: entry.division) * dice.number(in: 0.75...1.25)
      * Conduct.eagerness(entry.nature)
    rates = Counter.allCases.map { counter in
      let rate = counter.rate(of: entry.role, in: entry.division)
      let factor = dice.number(in: 0.6...1.5) * Conduct.eagerness(entry.nature)
      return (rate.daily * factor, rate.perCall * (factor > 0 ? 1 : 0))
    }
    var change: (metric: Int, factor: Double, since: Day)?
    var unmeasured: Int?
    if case .changed(let metric, let factor, let daysAgo) = entry.nature {
      change = (metric.column, factor, history.end - daysAgo)
    } else if case .unmeasured(let metric) = entry.nature {
      unmeasured = metric.column
    }
    self.change = change
    self.unmeasured = unmeasured
    levels = Metric.allCases.map { metric in
      let level = dice.number(in: metric.levels)
      // A change has room in the middle of what is usual.
      let middle = (metric.levels.lowerBound + metric.levels.upperBound) / 2
      return change?.metric == metric.column ? middle : level
    }
    swings = Metric.allCases.map { _ in (dice.number(in: 160...420), dice.unit()) }
    let wholeSeconds = dice.unit() < 0.5
    decimals = Metric.allCases.map {
      Standards.truto.unit(of: .metric($0)) == .duration ? (wholeSeconds ? 0 : 1) : 2
    }
  }

  private static func eagerness(_ nature: Nature) -> Double {
    switch nature {
    case .busy: 1.9
    case .quiet: 0.08
    case .silent: 0
    default: 1
    }
  }
}

extension Metric {
  /// The levels that users' means lie at.
  fileprivate var levels: ClosedRange<Double> {
    switch self {
    case .patience: 0.62...1.25
    case .interactivity: 3.2...8.4
    case .questionRate: 8.5...20
    case .longestMonologue: 62...190
    case .longestCustomerStory: 32...96
    }
  }
}

extension Counter {
  /// What a working day and what a call adds on the average. Managers listen, comment and score;
  /// those they manage receive it.
  fileprivate func rate(
    of role: Role, in division: Division
  ) -> (daily: Double, perCall: Double) {
    let isMember = role == .member
    let sells = division != .customerSuccess && division != .salesDevelopment
    return switch self {
    case .callsHosted, .callsAttended: (0, 0)
    case .callsListenedOwn: (isMember ? 0.3 : 0.04, isMember ? 0.05 : 0)
    case .callsListenedOthers: (isMember ? 0.14 : role == .manager ? 1.7 : 0.3, 0)
    case .callsSharedInternally: (isMember ? 0.02 : 0.2, 0.11)
    case .callsSharedExternally: (0, isMember ? (sells ? 0.09 : 0.05) : 0.01)
    case .callsMarkedFeedbackGiven: (isMember ? 0.03 : 0.8, 0)
    case .callsMarkedFeedbackReceived: (0, isMember ? 0.12 : 0.02)
    case .feedbackGiven: (isMember ? 0.06 : 0.75, 0)
    case .feedbackReceived: (0, isMember ? 0.11 : 0.02)
    case .feedbackRequested: (isMember ? 0.08 : 0.01, 0)
    case .commentsGiven: (isMember ? 0.18 : 1.1, 0)
    case .commentsReceived: (0, isMember ? 0.18 : 0.05)
    case .scorecardsFilled: (isMember ? 0.01 : 0.6, 0)
    case .scorecardsReceived: (0, isMember ? 0.09 : 0.01)
    }
  }
}
