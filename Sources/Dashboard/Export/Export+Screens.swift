import Analytics
import Records

extension Model {
  /// What the screen's table holds; nil where there is nothing to take.
  func export(_ part: ExportPart) -> Export? {
    switch screens.last {
    case nil: teamExport(part)
    case .user(let screen): userExport(screen, part)
    case .record(let screen): recordExport(screen, part)
    case .compare(let screen): compareExport(screen, part)
    case .distribution(let screen): distributionExport(screen, part)
    case .attention(let screen): attentionExport(screen, part)
    case .accounts(let screen): accountsExport(screen, part)
    case .requests(let screen): requestsExport(screen, part)
    case .help: nil
    }
  }

  private func teamExport(_ part: ExportPart) -> Export? {
    guard let board = team.board, let snapshot else { return nil }
    let columns = shownColumns.filter { $0 != .trend }
    var rows = team.order.map(board.listed)
    if part == .rows {
      let marked = team.marked.isEmpty ? Set([team.selected].compactMap(\.self)) : team.marked
      rows = rows.filter { marked.contains($0.user) }
    }
    guard !rows.isEmpty else { return nil }
    return Export(
      columns: columns.map { $0 == .user ? "user.name" : $0 == .email ? "user.email" : $0.name },
      rows: rows.map { row in
        let user = snapshot.directory[row.user]
        return columns.map { column in
          switch column {
          case .user: .text(user.label)
          case .email: .optional(user.email)
          default: .exact(row.number(in: column))
          }
        }
      })
  }

  private func userExport(_ screen: UserScreen, _ part: ExportPart) -> Export? {
    guard let trend = team.trend, let snapshot, !trend.periods.isEmpty else { return nil }
    let fields = fields
    let calls = trend.calls(of: screen.user)
    let values = fields.map { trend.values($0, of: screen.user) }
    let places = part.of(trend.periods.indices.reversed(), selected: screen.cursor.selected)
    guard !places.isEmpty else { return nil }
    return Export(
      columns: ["user.name", "start", "end", "calls"] + fields.map(\.name),
      rows: places.map { place in
        let period = trend.periods[place]
        return [
          .text(snapshot.directory[screen.user].label), .text(period.start.text),
          .text(period.end.text), .exact(calls[place]),
        ] + values.map { .exact($0[place]) }
      })
  }
}
