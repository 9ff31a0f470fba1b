import Analytics
import Records

extension Model {
  /// Has worked out what needs attention: once everything on screen is there, so that not every
  /// window that lands costs a judgement of the whole team, or when its own screen is seen.
  mutating func refreshAttention() {
    // Whatever is being worked out is about something older.
    team.judgementRequest += 1
    team.judgement = nil
    guard let snapshot, snapshot.progress.isComplete || kind == .attention else {
      team.judged = nil
      return
    }
    if let judged = team.judged, judged.query != snapshot.query || judged.members != members {
      team.judged = nil
    }
    // The history that changes are judged by is not there yet.
    guard !snapshot.isStillRead else { return }
    team.judgement = Judgement(
      snapshot: snapshot, board: team.board.flatMap { $0.resource == .interactions ? $0 : nil },
      targets: standards.targets, minimumCalls: standards.minimumCalls, members: members,
      days: judgedDays(snapshot.query), last: team.judged)
  }

  /// Has what changed judged.
  mutating func judgeChanges() -> [Command] {
    guard let judgement = team.judgement else { return [] }
    team.judgement = nil
    return [.judge(judgement, request: team.judgementRequest)]
  }

  /// Works out at once what needs attention, where no key waits for it.
  package mutating func judgeAtOnce() {
    guard let judgement = team.judgement else { return }
    team.judgement = nil
    team.judged = judgement.judged()
  }

  mutating func take(_ judged: Judged, request: Int) {
    if request == team.judgementRequest { team.judged = judged }
  }

  /// The whole periods that the range touches: a rolling week has no whole week within.
  private func judgedDays(_ query: Query) -> DaySpan {
    let periods = Period.covering(query.range, by: judgedGranularity, today: query.today)
    guard let first = periods.first, let last = periods.last else { return query.range }
    return DaySpan(first.start, last.end)
  }

  /// How long the periods are that changes are judged by; a total has weeks behind it.
  var judgedGranularity: Granularity {
    choices.granularity == .total ? .week : choices.granularity
  }

  mutating func perform(_ action: Action, on screen: inout AttentionScreen) -> [Command] {
    let findings = team.attention?.findings ?? []
    let visible = AttentionLayout(size: size).findings
    if screen.cursor.move(action, count: findings.count, visible: visible) { return [] }
    guard action == .open, findings.indices.contains(screen.cursor.selected) else { return [] }
    let finding = findings[screen.cursor.selected]
    screens.append(.user(UserScreen(user: finding.user)))
    return show(finding.field)
  }

  /// Makes a field the chosen one, be it of the other board.
  private mutating func show(_ field: Field) -> [Command] {
    guard choices.resource != field.resource else {
      choose(.value(field))
      return []
    }
    choices.resource = field.resource
    choices.board.chosen = .value(field)
    refreshBoard()
    return ask()
  }
}
