import Canvas
import Records

/// Draws the screen of the log of requests.
func drawRequests(_ model: Model, _ screen: RequestsScreen, into frame: inout Frame) {
  if let entry = screen.opened { return drawRequest(model, screen, entry, into: &frame) }
  let theme = model.preferences.theme
  let list = model.requests(of: screen.account)
  drawCrumbs(model, right: requestParts(model, screen, list), into: &frame)
  guard !list.isEmpty else {
    drawSentence(noRequests(model), style: theme[.muted], into: &frame, in: body(of: frame.size))
    return
  }
  let columns = RequestColumn.shown(
    width: frame.size.columns, hasAccounts: screen.account == nil && model.accounts.count > 1)
  var table = Table(columns: columns.map(\.header), count: list.count) { row in
    columns.map { model.search.marked($0.cell(list[row], model), theme: theme) }
  }
  let cursor = screen.cursor(in: list)
  table.show(cursor, width: frame.size.columns)
  table.draw(into: &frame, in: body(of: frame.size), theme: theme)
}

private func requestParts(
  _ model: Model, _ screen: RequestsScreen, _ list: [RequestLogEntry]
) -> [BarPart] {
  let theme = model.preferences.theme
  let flawed = list.count { $0.note != nil }
  var parts: [BarPart] = []
  if let account = screen.account {
    parts.append(BarPart(model.title(of: account), theme[.accent], rank: 3))
  }
  parts.append(BarPart("\(list.count) requests", theme[.muted], rank: 5))
  if flawed > 0 { parts.append(BarPart("\(flawed) with errors", theme[.warn], rank: 6)) }
  let follows = screen.selected == nil
  parts.append(
    BarPart(
      follows ? "following the newest" : "g follows the newest", theme[follows ? .good : .muted],
      rank: 4))
  return parts
}

/// Why there is no request.
func noRequests(_ model: Model) -> String {
  if model.saved != nil { return "These records were read from a file: no request is ever sent." }
  if model.snapshot?.isOffline == true {
    return "Offline: no request is sent; start without --offline to fetch."
  }
  return "No request was sent since this Rapport was started; r fetches what may have changed."
}

/// Draws one request: everything that is known of it.
private func drawRequest(
  _ model: Model, _ screen: RequestsScreen, _ entry: RequestLogEntry, into frame: inout Frame
) {
  drawCrumbs(model, into: &frame)
  let lines = RequestLines(model: model, entry: entry, columns: frame.size.columns).lines
  draw(
    lines, from: screen.first, into: &frame, in: body(of: frame.size),
    theme: model.preferences.theme)
}
