import Analytics
import Canvas
import Records

/// Account and screen, range and granularity, and how fresh the data is.
func plainHeading(_ model: Model) -> [String] {
  let span = model.choices.range.span(today: model.today)
  let dates = DateText.span(span, today: model.calendarDay)
  let title = model.saved == nil ? model.choices.range.title : nil
  var range = [title, dates, "by \(model.choices.granularity.rawValue)"].compactMap(\.self)
  if model.choices.comparison == .yearAgo { range.append("compared with a year ago") }
  let screen = model.breadcrumbs.replacing(" › ", with: ", ")
  let board = model.kind == .team ? ", \(model.choices.resource.rawValue)" : ""
  var age = [AgeWords(model, isNarrow: false).words]
  if model.account.isPaused { age.append("paused") }
  if let sent = model.snapshot?.sent, let budget = sent.budget {
    age.append("sent \(sent.sent) of \(budget) requests today")
  }
  return ["\(model.account.title): \(screen)\(board)", range.joined(separator: ", ")]
    + [age.filter { !$0.isEmpty }.joined(separator: ", ")].filter { !$0.isEmpty }
}

/// What came of the last key, else what is wrong, going on or stands out.
func plainNews(_ model: Model) -> [String] {
  let keys = model.preferences.keys
  if let notice = model.notice { return [notice] }
  if let failure = model.failureOnScreen {
    return [failure.sentence, "\(keys.name(of: .refresh)) tries again."]
  }
  if model.account.isPaused { return [model.pausedSentence] }
  if let progress = model.progressOnScreen {
    let wait = model.snapshot?.pausedUntil.map {
      ", the provider asked to wait until \(model.zone.clock(of: $0))"
    }
    let left = progress.secondsLeft.map { ", \(DateText.left(seconds: $0)) left" }
    return ["Fetching: \(progress.done) of \(progress.total) windows\(wait ?? left ?? "")"]
  }
  guard model.kind != .attention, let attention = model.team.attention,
    let snapshot = model.snapshot, let first = attention.findings.first
  else { return [] }
  let words = AttentionWords(model: model, attention: attention, snapshot: snapshot)
  let counts = words.counts.map { "; \($0)" } ?? ""
  return ["\(words.text(first).brief)\(counts): \(keys.name(of: .attention)) shows them"]
}

/// The keys that matter on the screen.
func plainHints(_ model: Model) -> String {
  "Keys: "
    + hints(model).map { "\($0.keys) \($0.words)" }.joined(separator: ", ")
}
