package import Records

/// A made-up company with records that look real: the same for the same seed, whatever is asked
/// and in whichever order; each span is computed when it is asked for.
package struct SimulatedTeam: Sendable {
  /// Everybody in the company, those who left included.
  package let users: [SimulatedUser]
  /// The day that is today for the team; nothing is recorded from it on.
  package let today: Day
  /// The time zone of the company.
  package let zone: Zone
  /// The days that anything is recorded of.
  package let history: DaySpan
  private let indexes: [String: Int]
  let seed: UInt64

  /// A team of `users` with `days` of history before today. The first users are the same for any
  /// number of them.
  package init(seed: UInt64 = 1, users: Int = 48, days: Int = 400, today: Day, zone: Zone) {
    self.seed = seed
    self.today = today
    self.zone = zone
    history = DaySpan(today - max(0, days), today)
    let recruits = Recruits(seed: seed, history: history, zone: zone)
    let everybody = (0..<max(0, users)).map { recruits.user($0) }
    self.users = everybody
    indexes = Dictionary(
      everybody.enumerated().map { ($1.user.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of the teams, in order of their first user.
  package var teams: [String] {
    var seen: Set<String> = []
    return users.map(\.team).filter { seen.insert($0).inserted }
  }

  /// The place of a user in `users`, by id.
  package func index(of id: String) -> Int? { indexes[id] }

  /// The numbers of a user's interaction record over a span, in the order of `Metric.allCases`: each
  /// the mean over the calls. Nil when the user has no calls in the span.
  package func interactions(of index: Int, in span: DaySpan) -> [Number?]? {
    users[index].conduct.interactions(in: span)
  }

  /// The numbers of a user's activity record over a span, in the order of `Counter.allCases`: each
  /// the sum over the days. Nil when the user did nothing in the span.
  package func activity(of index: Int, in span: DaySpan) -> [Number?]? {
    users[index].conduct.activity(in: span)
  }
}
