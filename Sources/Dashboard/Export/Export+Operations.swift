import Records

extension Model {
  /// A row for each field of a record, as the API names and writes it.
  func recordExport(_ screen: RecordScreen, _ part: ExportPart) -> Export? {
    guard screen.form == nil else { return nil }
    let lines = RecordLines(model: self, screen: screen).lines
    let named = lines.enumerated().filter { $0.element.name != nil }
    let chosen =
      part == .table ? named[...] : named.drop { $0.offset < screen.cursor.selected }.prefix(1)
    let rows = chosen.map { line in
      [Export.Value.optional(line.element.name), .optional(line.element.value)]
    }
    return rows.isEmpty ? nil : Export(columns: ["field", "value"], rows: rows)
  }

  /// A row for each account.
  func accountsExport(_ screen: AccountsScreen, _ part: ExportPart) -> Export? {
    let chosen = part.of(accountReports, selected: screen.cursor.selected)
    guard !chosen.isEmpty else { return nil }
    return Export(
      columns: ["account", "state", "last_success", "windows", "stale", "users", "sent", "budget"],
      rows: chosen.map { report in
        let status = report.status
        return [
          .text(report.title), .text(status.state.name),
          .optional(status.lastSuccessAt.map { status.zone.text(of: $0) }),
          .number(Double(status.windows.complete)), .number(Double(status.windows.stale)),
          .number(Double(status.users)), .number(Double(status.sent.sent)),
          .exact(status.sent.budget.map(Double.init)),
        ]
      })
  }

  /// A row for each request, the newest first.
  func requestsExport(_ screen: RequestsScreen, _ part: ExportPart) -> Export? {
    let list = requests(of: screen.account)
    let chosen =
      screen.opened.map { [$0] } ?? part.of(list, selected: screen.cursor(in: list).selected)
    guard !chosen.isEmpty else { return nil }
    return Export(
      columns: ["at", "account", "path", "status", "bytes", "seconds", "try", "note"],
      rows: chosen.map { entry in
        [
          .text(zone.text(of: entry.at)), .text(entry.account), .text(entry.path),
          .exact(entry.status.map(Double.init)), .number(Double(entry.bytes)),
          .exact(entry.seconds), .number(Double(entry.attempt)), .optional(entry.note),
        ]
      })
  }
}
