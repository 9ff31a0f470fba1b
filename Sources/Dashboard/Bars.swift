import Canvas
import Loop
import Records

/// A part of a line of state; those with the lowest rank go first where room is short.
struct BarPart {
  let line: Line
  let rank: Int

  init(_ text: String, _ style: Style, rank: Int) {
    self.init(Line(Span(text, style)), rank: rank)
  }

  init(_ line: Line, rank: Int) {
    self.line = line
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
  let age = AgeWords(model, isNarrow: isNarrow)
  var right = [BarPart(age.text, theme[age.role], rank: 8)]
  if model.account.isPaused {
    right.insert(BarPart("paused", theme[.statusWarning], rank: 8), at: 0)
  }
  if let sent = model.snapshot?.sent, let budget = sent.budget {
    right.append(BarPart("sent \(sent.sent) of \(budget)", bar, rank: 3))
  }
  drawBar(
    left: [
      BarPart("rapport", theme[.title], rank: 5),
      BarPart(model.account.title, theme[.accent], rank: 4),
      BarPart(range, bar, rank: 9),
      BarPart("by \(model.choices.granularity.rawValue)", bar, rank: 7),
    ] + (model.choices.comparison == .yearAgo ? [BarPart("vs year ago", bar, rank: 6)] : []),
    right: right, row: 0, style: bar, into: &frame)
}

/// The last two lines: what is going on or wrong, and the keys that matter here.
func drawBottom(_ model: Model, into frame: inout Frame) {
  let row = frame.size.rows - 2
  if let notice = model.notice {
    drawNotice(notice, theme: model.preferences.theme, into: &frame)
  } else if let failure = model.failureOnScreen {
    drawFailure(failure, row: row, model: model, into: &frame)
  } else if model.account.isPaused {
    frame.put(
      model.pausedSentence.clipped(to: frame.size.columns - 2),
      at: Point(column: 1, row: row), style: model.preferences.theme[.statusWarning])
  } else if let progress = model.progressOnScreen {
    drawProgress(
      progress, pausedUntil: model.snapshot?.pausedUntil, row: row, model: model, into: &frame)
  } else {
    drawAttentionLine(model, row: row, into: &frame)
  }
  drawHints(model, into: &frame)
}

/// A sentence that is gone with the next key, and may therefore lie over the end of the table
/// where it is longer than a line.
private func drawNotice(_ notice: String, theme: Theme, into frame: inout Frame) {
  let lines = notice.wrapped(to: frame.size.columns - 2).prefix(body(of: frame.size).rows / 2)
  for (index, line) in lines.enumerated() {
    let row = frame.size.rows - 1 - lines.count + index
    frame.fill(Rect(column: 0, row: row, columns: frame.size.columns, rows: 1), theme[.text])
    frame.put(line, at: Point(column: 1, row: row), style: theme[.text])
  }
}

/// What went wrong with what can be done; a sentence that is too long stands whole elsewhere.
private func drawFailure(_ failure: Failure, row: Int, model: Model, into frame: inout Frame) {
  let style = model.preferences.theme[.statusError]
  let keys = model.preferences.keys
  let columns = frame.size.columns
  var act = "\(keys.name(of: .refresh)) tries again"
  if failure.sentence.columns + act.columns + 4 > columns, model.kind != .accounts {
    act = "\(keys.name(of: .accounts)) says more  \(act)"
  }
  let sentence = failure.sentence.clipped(to: columns - act.columns - 4)
  drawBar(
    left: [BarPart(sentence, style, rank: 2)], right: [BarPart(act, style, rank: 1)], row: row,
    style: style, into: &frame)
}

private func drawProgress(
  _ progress: Progress, pausedUntil: Timestamp?, row: Int, model: Model, into frame: inout Frame
) {
  let theme = model.preferences.theme
  let fraction = progress.total == 0 ? 0 : Double(progress.done) / Double(progress.total)
  let percent = "\(Int(fraction * 100)) %"
  let windows = "\(progress.done) of \(progress.total) windows"
  let left =
    pausedUntil.map { " · the provider asked to wait until \(model.zone.clock(of: $0))" }
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

extension Model {
  /// The list of conversations on screen, or under the transcript that is.
  private var listOnScreen: ConversationList? {
    guard kind == .conversations || kind == .transcript else { return nil }
    for case .conversations(let screen) in screens.reversed() { return screen.list }
    return nil
  }

  /// What stands in the way of fresh data.
  var failureOnScreen: Failure? {
    listOnScreen?.failure ?? snapshot?.failure ?? snapshot?.cacheFailure
  }

  /// How far the fetching has come of what is on screen; nil when it is there.
  var progressOnScreen: Progress? {
    if let list = listOnScreen, list.isWorking, !list.progress.isComplete { return list.progress }
    guard let snapshot, snapshot.isWorking, !snapshot.progress.isComplete else { return nil }
    return snapshot.progress
  }
}
