import Canvas
import Records

/// Everything that is known of one account, as lines.
struct AccountLines {
  let model: Model
  let report: AccountReport
  let columns: Int

  private var theme: Theme { model.preferences.theme }
  private var status: AccountStatus { report.status }

  /// The lines, wrapped to the columns.
  var lines: [Line] {
    FactLayout(theme: theme, columns: columns).lines(standing + amounts + traffic)
  }

  private var standing: [Fact] {
    let words = StatusWords(status, now: model.now)
    let state = AccountState(report, model)
    return [
      .heading(report.title), .words("State", state.sentence, state.role),
      .words("Last success", words.lastSuccess, .text),
      .words("Last error", words.lastError, status.lastFailure == nil ? .muted : .warn),
      .words("Data", words.data, .text),
    ]
  }

  private var amounts: [Fact] {
    let words = StatusWords(status, now: model.now)
    var facts: [Fact] = [.words("Windows", words.windows + missing, .text)]
    facts.append(.words("Users", "\(status.users)", .text))
    guard let budget = status.sent.budget, budget > 0 else {
      return facts + [.words("Sent today", words.sent, .text)]
    }
    let bar = Canvas.progress(
      fraction: Double(status.sent.sent) / Double(budget), columns: min(26, columns / 4),
      glyphs: model.preferences.glyphs)
    return facts + [
      .value("Sent today", Line(Span(bar, theme[.accent]), Span("  " + words.sent, theme[.text])))
    ]
  }

  /// How many windows of what is on screen are not there.
  private var missing: String {
    guard status.account == model.account.key, let slots = model.snapshot?.slots else { return "" }
    let count = slots.count { $0.window == nil }
    return count == 0 ? "" : ", \(count) missing on screen"
  }

  private var traffic: [Fact] {
    let traffic = model.traffic(of: report)
    var facts: [Fact] = [
      .words("Requests", "\(traffic.lastMinute) in the last minute", .text)
    ]
    guard let median = traffic.median else {
      return facts + [.words("Latency", "no answer yet since this Rapport was started", .muted)]
    }
    let picture = sparkline(
      traffic.durations, columns: min(40, columns / 3), glyphs: model.preferences.glyphs)
    facts.append(
      .value(
        "Latency",
        Line(
          Span("median \(NumberText.milliseconds(median))  ", theme[.text]),
          Span(picture, theme[.chart1]))))
    guard let timings = traffic.timings else { return facts }
    let chart = LatencyChart(timings: timings, theme: theme)
    return facts + chart.lines(columns: columns).map(Fact.line)
  }
}

extension Model {
  /// What the log says of an account.
  func traffic(of report: AccountReport) -> AccountTraffic {
    AccountTraffic(of: report.status.account, in: requests, now: now)
  }

  /// Whether any request was sent within the last minute.
  var hasRecentRequests: Bool { requests.first.map { now - $0.at < 60 } ?? false }
}
