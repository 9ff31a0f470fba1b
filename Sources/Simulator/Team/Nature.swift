package import Records

/// What is special about a user of a made-up team.
package enum Nature: Hashable, Sendable {
  case ordinary
  /// Twice the calls of others.
  case busy
  /// Hardly a call a week.
  case quiet
  /// Started three weeks ago.
  case newcomer
  /// Away for weeks.
  case onLeave
  /// Left the company two months ago.
  case departed
  /// Listed among the users, but without any record.
  case silent
  /// Lacks a metric in some weeks.
  case unmeasured(Metric)
  /// A metric that really changed: multiplied by `factor` from `daysAgo` days before today on.
  case changed(Metric, factor: Double, daysAgo: Int)

  /// For users beyond the roster: one in ten is special.
  init(_ dice: inout Dice) {
    switch dice.index(below: 120) {
    case 0: self = .busy
    case 1: self = .quiet
    case 2: self = .newcomer
    case 3: self = .onLeave
    case 4: self = .departed
    case 5, 6: self = .silent
    case 7: self = .unmeasured(.questionRate)
    case 8: self = .changed(.patience, factor: 0.5, daysAgo: 35)
    case 9: self = .changed(.longestMonologue, factor: 1.6, daysAgo: 14)
    case 10: self = .changed(.questionRate, factor: 2, daysAgo: 21)
    case 11: self = .changed(.interactivity, factor: 0.6, daysAgo: 14)
    default: self = .ordinary
    }
  }
}
