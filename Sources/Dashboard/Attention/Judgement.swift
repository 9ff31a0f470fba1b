package import Analytics
import Records

/// What needs attention, still to be worked out: for a large team that takes longer than a frame, so
/// it is done away from the screen's thread.
package struct Judgement: Equatable, Sendable {
  let snapshot: Snapshot
  /// The board to judge, where it is on screen.
  let board: TeamBoard?
  let targets: [Metric: Target]
  let minimumCalls: Double
  let members: Set<UserNumber>?
  /// The whole periods that the range touches.
  let days: DaySpan
  /// What was judged before, of which is taken over what is the same.
  let last: Judged?

  /// Works it out.
  package func judged() -> Judged {
    let board =
      self.board
      ?? TeamBoard(
        snapshot, resource: .interactions, targets: targets, minimumCalls: minimumCalls,
        members: members, reusing: last?.board)
    let calls = Dictionary(
      snapshot.completed(of: .activity).map { ($0.key.period, $0.window?.table) },
      uniquingKeysWith: { $1 })
    let attention = Attention(
      board,
      periods: snapshot.completed(of: .interactions).map { slot in
        Attention.PeriodRecords(
          period: slot.key.period, table: slot.window?.table,
          activity: calls[slot.key.period] ?? nil)
      }, range: days, reusing: last?.attention)
    return Judged(query: snapshot.query, members: members, board: board, attention: attention)
  }
}

/// What needs attention, and whose it is.
package struct Judged: Equatable, Sendable {
  let query: Query
  let members: Set<UserNumber>?
  /// The board of interactions that was judged.
  let board: TeamBoard
  /// What stands out on it.
  package let attention: Attention
}
