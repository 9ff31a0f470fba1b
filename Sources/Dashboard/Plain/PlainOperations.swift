import Canvas
import Records

/// The accounts: everything of the selected one, and a line for each.
func plainAccounts(_ model: Model, _ screen: AccountsScreen) -> PlainBody {
  let reports = model.accountReports
  guard !reports.isEmpty else {
    return PlainBody(
      list: model.saved == nil
        ? [] : ["These records were read from a file: there is no account behind them."])
  }
  var body = PlainBody()
  if reports.indices.contains(screen.cursor.selected) {
    let report = reports[screen.cursor.selected]
    body.selected =
      [PlainWords.selected(report.title, screen.cursor.selected, of: reports.count)]
      + plainFacts(model, report)
    body.place = screen.cursor.selected
  }
  body.list = reports.map { "\($0.title): \(AccountState($0, model).sentence)" }
  return body
}

private func plainFacts(_ model: Model, _ report: AccountReport) -> [String] {
  let words = StatusWords(report.status, now: model.now)
  let traffic = model.traffic(of: report)
  let latency = traffic.median.map(NumberText.milliseconds) ?? "no answer yet"
  return [
    "State: \(AccountState(report, model).sentence)", "Last success: \(words.lastSuccess)",
    "Last error: \(words.lastError)", "Data: \(words.data)", "Windows: \(words.windows)",
    "Users: \(report.status.users)", "Sent today: \(words.sent)",
    "Requests in the last minute: \(traffic.lastMinute)", "Median latency: \(latency)",
  ]
}

/// The log of requests: everything of the selected one, and a line for each; or one by itself.
func plainRequests(_ model: Model, _ screen: RequestsScreen) -> PlainBody {
  if let entry = screen.opened {
    return PlainBody(list: plainFacts(model, entry), place: screen.first)
  }
  let entries = model.requests(of: screen.account)
  guard !entries.isEmpty else { return PlainBody(list: [noRequests(model)]) }
  let selected = screen.cursor(in: entries).selected
  let flawed = entries.count { $0.note != nil }
  var body = PlainBody(list: ["\(entries.count) requests, \(flawed) with errors"])
  if entries.indices.contains(selected) {
    body.selected = ["Selected: \(selected + 1) of \(entries.count)"]
    body.selected += plainFacts(model, entries[selected])
    body.place = body.list.count + selected
  }
  body.list += entries.map { entry in
    let words = RequestWords(entry: entry, today: model.calendarDay)
    let note = entry.note.map { ", \($0)" } ?? ""
    return "\(DateText.clock(entry.at, zone: model.zone)) \(words.purpose): \(words.status), took"
      + " \(NumberText.milliseconds(entry.seconds))\(note)"
  }
  return body
}

private func plainFacts(_ model: Model, _ entry: RequestLogEntry) -> [String] {
  let words = RequestWords(entry: entry, today: model.calendarDay)
  return [
    "For: \(words.purpose)", "Account: \(model.title(of: entry.account))",
    "Sent: \(DateText.moment(entry.at, zone: model.zone, now: model.now))",
    "Status: \(words.status)", "Size: \(ByteCount.text(entry.bytes))",
    "Took: \(NumberText.milliseconds(entry.seconds))", "Try: \(entry.attempt)",
  ] + (entry.note.map { ["Note: \($0)"] } ?? []) + ["Path: \(words.path)"]
    + words.parameters.map { "\($0.name): \($0.value)" }
}

/// The help: a line for each key and sign.
func plainHelp(_ model: Model, _ screen: HelpScreen) -> PlainBody {
  let entries = HelpText.lines(model, of: screen.subject, columns: model.size.columns)
  let lines = entries.map { entry in
    entry.isHeading || entry.term.isEmpty
      ? entry.term + entry.sentence : "\(entry.term): \(entry.sentence)"
  }
  // Lines that only keep others apart are left out.
  return PlainBody(
    list: lines.filter { !$0.isEmpty },
    place: lines.prefix(screen.cursor.first).count { !$0.isEmpty })
}
