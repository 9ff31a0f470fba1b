import Canvas
import Loop
import Records

/// A part of a line of state; those with the lowest rank go first where room is short.
struct BarPart {
  let line: Line
  let rank: Int

  init(_ text: String, _ style: Style, rank: Int) {
    line = Line(Span(text, style))
    self.rank = rank
  }
}

/// Draws parts from the left and from the right of a row, leaving out those of low rank until the
/// rest fits.
func drawBar(
  left: [BarPart], right: [BarPart], row: Int, style: Style, into frame: inout Frame
) {
  let columns = frame.size.columns
  frame.fill(Rect(column: 0, row: row, columns: columns, rows: 1), style)
  var (left, right) = (left, right)
  let width = { (parts: [BarPart]) in parts.reduce(0) { $0 + $1.line.columns + 2 } }
  while width(left) + width(right) > columns + 1, left.count + right.count > 1 {
    let least = (left + right).map(\.rank).min() ?? 0
    if let index = right.firstIndex(where: { $0.rank == least }) {
      right.remove(at: index)
    } else if let index = left.lastIndex(where: { $0.rank == least }) {
      left.remove(at: index)
    }
  }
  var column = 1
  for part in left {
    let line = part.line.restyled { $0.on(style) }.clipped(to: columns - column)
    column += frame.put(line, at: Point(column: column, row: row)) + 2
  }
  column = columns - 1 - right.reduce(-2) { $0 + $1.line.columns + 2 }
  for part in right {
    column +=
      frame.put(
        part.line.restyled { $0.on(style) }, at: Point(column: column, row: row)) + 2
  }
}

/// The first line: account, range, granularity, age, requests sent.
func drawTopBar(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  let bar = theme[.statusBar]
  let span = model.choices.range.span(today: model.today)
  let dates = DateText.span(span, today: model.calendarDay)
  let isNarrow = frame.size.columns < 60
  // “Last 30 days” would be the last ones of the file, and read as those before today.
  let title = model.saved == nil ? model.choices.range.title : nil
  let range = title.map { isNarrow ? $0 : "\($0) · \(dates)" } ?? dates
  let age = ageText(model, isNarrow: isNarrow)
  var right = [BarPart(age.text, theme[age.role], rank: 8)]
  if model.isPaused { right.insert(BarPart("paused", theme[.statusWarning], rank: 8), at: 0) }
  if let sent = model.snapshot?.sent, let budget = sent.budget {
    right.append(BarPart("sent \(sent.sent) of \(budget)", bar, rank: 3))
  }
  drawBar(
    left: [
      BarPart("rapport", theme[.title], rank: 5),
      BarPart(model.accountTitle, theme[.accent], rank: 4),
      BarPart(range, bar, rank: 9),
      BarPart("by \(model.choices.granularity.rawValue)", bar, rank: 7),
    ] + (model.choices.comparison == .yearAgo ? [BarPart("vs year ago", bar, rank: 6)] : []),
    right: right, row: 0, style: bar, into: &frame)
}

/// How fresh the data on screen is, in words, with a sign before them.
private func ageText(_ model: Model, isNarrow: Bool) -> (text: String, role: Role) {
  guard let snapshot = model.snapshot else { return ("", .muted) }
  let fetchedAt =
    snapshot.window(.total, of: model.choices.resource)?.fetchedAt ?? snapshot.oldest
  let age = fetchedAt.map { DateText.age(seconds: model.now - $0) }
  if model.saved != nil {
    return age.map { ("● saved \($0)", .muted) } ?? ("no data", .muted)
  }
  if snapshot.isOffline {
    return ("○ offline\(age.map { ", as of \($0)" } ?? "")", .statusWarning)
  }
  if let age {
    let isStale = snapshot.failure != nil || snapshot.slots.contains { $0.window == nil }
    let sign = isStale && !snapshot.isWorking ? "◐" : "●"
    let role: Role = snapshot.failure == nil ? .good : .statusWarning
    return (isNarrow ? "\(sign) \(age)" : "\(sign) synced \(age)", role)
  }
  return (snapshot.isWorking ? "fetching" : "no data", .muted)
}

/// The last two lines: what is going on or wrong, and the keys that matter here.
func drawBottom(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  let row = frame.size.rows - 2
  if let notice = model.notice {
    drawBar(
      left: [BarPart(notice, theme[.text], rank: 1)], right: [], row: row, style: theme[.text],
      into: &frame)
  } else if let failure = model.snapshot?.failure ?? model.snapshot?.cacheFailure {
    let style = theme[.statusError]
    drawBar(
      left: [BarPart(failure.sentence, style, rank: 2)],
      right: [BarPart("\(model.preferences.keys.name(of: .refresh)) tries again", style, rank: 1)],
      row: row, style: style, into: &frame)
  } else if model.isPaused {
    let style = theme[.statusWarning]
    drawBar(
      left: [BarPart(model.pausedSentence, style, rank: 1)], right: [], row: row,
      style: theme[.text], into: &frame)
  } else if let snapshot = model.snapshot, snapshot.isWorking, !snapshot.progress.isComplete {
    drawProgress(snapshot, row: row, model: model, into: &frame)
  } else {
    drawAttentionLine(model, row: row, into: &frame)
  }
  drawHints(model, into: &frame)
}

private func drawProgress(
  _ snapshot: Snapshot, row: Int, model: Model, into frame: inout Frame
) {
  let theme = model.preferences.theme
  let progress = snapshot.progress
  let fraction = progress.total == 0 ? 0 : Double(progress.done) / Double(progress.total)
  let percent = "\(Int(fraction * 100)) %"
  let windows = "\(progress.done) of \(progress.total) windows"
  let left =
    snapshot.pausedUntil.map { " · the provider asked to wait until \(model.zone.clock(of: $0))" }
    ?? progress.secondsLeft.map { " · \(DateText.left(seconds: $0)) left" } ?? ""
  let label = "fetching "
  let words = "  \(percent)  \(windows)\(left)"
  let bar = Canvas.progress(
    fraction: fraction, columns: min(24, frame.size.columns - label.columns - words.columns - 2),
    glyphs: model.preferences.glyphs)
  frame.put(
    Line(Span(label, theme[.muted]), Span(bar, theme[.accent]), Span(words, theme[.muted])),
    at: Point(column: 1, row: row))
}
