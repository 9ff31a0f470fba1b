package import Records

/// Whom to look at: the real changes of the newest period, and the users outside target over the
/// range, the most striking first.
///
/// Both kinds are measured in deviations. For a change these are those of its rule, whose least
/// deviation is 5 % of the user's own median; for a value outside target, 5 % of the bound that it
/// is beyond makes one. So a user 15 % beyond a bound stands beside one who changed by as much as
/// is just a real change, and a narrow miss stands below both. Counters are not judged.
package struct Attention: Equatable, Sendable {
  /// Those of a user together: the user with the most deviations first, of each the most deviations
  /// first; equal ones in order of users and of the board's fields.
  package let findings: [Finding]
  /// The completed period whose values are judged as changes; nil when the range has none.
  package let period: Period?
  /// Users with a value in that period and too few earlier periods to judge any metric by.
  package let usersWithoutHistory: Int
  private let input: Input

  /// One thing that a user's number is remarkable for.
  package struct Finding: Equatable, Sendable {
    /// The user's number.
    package let user: UserNumber
    /// The metric that is remarkable.
    package let field: Field
    /// Of a change the value in the period, of a value outside target that of the range.
    package let value: Double
    /// How far the value is from the median or the bound.
    package let deviations: Double
    /// What the metric is remarkable for.
    package let kind: Kind

    /// A finding about a user's metric.
    package init(
      user: UserNumber, field: Field, value: Double, deviations: Double, kind: Kind
    ) {
      self.user = user
      self.field = field
      self.value = value
      self.deviations = deviations
      self.kind = kind
    }
  }

  /// What a number is remarkable for.
  package enum Kind: Equatable, Sendable {
    /// It stands out against the median of so many earlier periods of the user.
    case change(median: Double, periods: Int)
    /// It is on the wrong side of a bound; so it was in so many periods of the range, `of` those
    /// with a value and enough calls.
    case outsideTarget(Target, Target.State, periods: Int, of: Int)
  }

  /// The records of one period.
  package struct PeriodRecords: Equatable, Sendable {
    /// The period that the records are of.
    package let period: Period
    /// The interaction records; nil when the window is not there.
    package let table: RecordTable?
    /// The activity records, which say how many calls there were.
    package let activity: RecordTable?

    /// The records of a period.
    package init(period: Period, table: RecordTable?, activity: RecordTable?) {
      self.period = period
      self.table = table
      self.activity = activity
    }
  }

  struct Input: Equatable {
    let board: TeamBoard.Input
    let periods: [PeriodRecords]
    let range: DaySpan
  }

  /// Judges the users of a board of interactions by their periods, given oldest first, within the
  /// range and before it; periods that are not over are left out. What was computed from the same
  /// records is `reused`.
  package init(
    _ board: TeamBoard, periods: [PeriodRecords], range: DaySpan, reusing other: Attention? = nil
  ) {
    let input = Input(
      board: board.input,
      periods: periods.filter { !$0.period.isCutShort && $0.period.granularity != .total },
      range: range)
    if let other, other.input == input {
      self = other
      return
    }
    self.input = input
    let judged = input.periods.lastIndex { range.contains($0.period.days) }
    period = judged.map { input.periods[$0].period }
    let fields = board.fields.filter { !$0.isCounter && !$0.isMix }
    let sheets = input.periods.map { period in
      period.table.map { PeriodSheet($0, activity: period.activity) }
    }
    let inRange = zip(input.periods, sheets).compactMap { period, sheet in
      range.contains(period.period.days) ? sheet : nil
    }
    let changes = ChangeSearch(board, fields, sheets, judged: judged)
    usersWithoutHistory = changes.usersWithoutHistory
    let found = changes.findings + OutsideSearch(board, fields, inRange).findings
    var most: [UserNumber: Double] = [:]
    for finding in found { most[finding.user] = max(most[finding.user] ?? 0, finding.deviations) }
    findings = found.enumerated().map { (of: most[$1.user] ?? 0, place: $0, finding: $1) }
      .sorted { one, other in
        if one.of != other.of { return one.of > other.of }
        if one.finding.user != other.finding.user { return one.finding.user < other.finding.user }
        let (first, second) = (one.finding.deviations, other.finding.deviations)
        return first == second ? one.place < other.place : first > second
      }.map(\.finding)
  }

  /// Judges the users of a board by the completed periods of its snapshot: those of the trend, weeks
  /// where the granularity is `total`, and the history before them.
  package init(_ board: TeamBoard, _ snapshot: Snapshot, reusing other: Attention? = nil) {
    let activity = Dictionary(
      snapshot.completed(of: .activity).map { ($0.key.period.start, $0.window?.table) },
      uniquingKeysWith: { $1 })
    let periods = snapshot.completed(of: .interactions).map { slot in
      PeriodRecords(
        period: slot.key.period, table: slot.window?.table,
        activity: activity[slot.key.period.start] ?? nil)
    }
    self.init(board, periods: periods, range: snapshot.query.range, reusing: other)
  }

  /// Attention to the same records, team and preferences is the same.
  package static func == (one: Attention, other: Attention) -> Bool { one.input == other.input }

  /// How many findings are real changes.
  package var changeCount: Int {
    findings.count { if case .change = $0.kind { true } else { false } }
  }

  /// How many findings are values outside target.
  package var outsideCount: Int { findings.count - changeCount }
}
