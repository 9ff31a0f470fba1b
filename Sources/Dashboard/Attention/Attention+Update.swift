import Analytics
import Records

extension Model {
  /// Works out what needs attention: once everything on screen is there, so that not every window
  /// that lands costs a judgement of the whole team, or when its own screen is seen.
  mutating func refreshAttention() {
    guard let snapshot, snapshot.progress.isComplete || kind == .attention else {
      team.attention = nil
      return
    }
    let board = boardOfMetrics(snapshot)
    team.boardOfMetrics = board
    let calls = Dictionary(
      snapshot.completed(of: .activity).map { ($0.key.period, $0.window?.table) },
      uniquingKeysWith: { $1 })
    team.attention = Attention(
      board,
      periods: snapshot.completed(of: .interactions).map { slot in
        Attention.PeriodRecords(
          period: slot.key.period, table: slot.window?.table,
          activity: calls[slot.key.period] ?? nil)
      }, range: judgedDays(snapshot.query), reusing: team.attention)
  }

  /// The board that is judged, whichever is on screen.
  private func boardOfMetrics(_ snapshot: Snapshot) -> TeamBoard {
    if let board = team.board, board.resource == .interactions { return board }
    return TeamBoard(
      snapshot, resource: .interactions, targets: preferences.targets,
      minimumCalls: preferences.minimumCalls, members: members, reusing: team.boardOfMetrics)
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
