import Analytics
import Records

extension Model {
  /// What the screen's table holds; nil where there is nothing to take.
  func export(_ part: ExportPart) -> Export? {
    switch screens.last {
    case nil: teamExport(part)
    case .compare(let screen) where part == .rows: teamExport(of: compared(screen))
    case .user(let screen): userExport(screen, part)
    case .record(let screen): recordExport(screen, part)
    case .compare(let screen): compareExport(screen)
    case .distribution(let screen): distributionExport(screen, part)
    case .conversations(let screen): conversationsExport(screen, part)
    case .transcript(let screen): transcriptExport(screen, part)
    case .attention(let screen): attentionExport(screen, part)
    case .accounts(let screen): accountsExport(screen, part)
    case .requests(let screen): requestsExport(screen, part)
    case .help: nil
    }
  }

  private func teamExport(_ part: ExportPart) -> Export? {
    guard let board = team.board else { return nil }
    var rows = team.order.map(board.listed)
    if part == .rows {
      let marked = team.marked.isEmpty ? Set([team.selected].compactMap(\.self)) : team.marked
      rows = rows.filter { marked.contains($0.user) }
    }
    return teamExport(of: rows)
  }

  private func compared(_ screen: CompareScreen) -> [ListedUser] {
    screen.users.map { ListedUser(user: $0, row: team.board?.row(of: $0)) }
  }

  /// Rows of the team's board with the columns that are shown.
  private func teamExport(of rows: [ListedUser]) -> Export? {
    guard let snapshot else { return nil }
    let columns = shownColumns.filter { $0 != .trend }
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
