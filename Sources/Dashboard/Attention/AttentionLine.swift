import Analytics
import Canvas
import Records

/// The line over the hints when nothing else is going on: what stands out most, and how much more.
func drawAttentionLine(_ model: Model, row: Int, into frame: inout Frame) {
  guard model.kind != .attention, let attention = model.team.attention,
    let snapshot = model.snapshot, let first = attention.findings.first
  else { return drawBackgroundNote(model, row: row, into: &frame) }
  let theme = model.preferences.theme
  let words = AttentionWords(model: model, attention: attention, snapshot: snapshot)
  let key = Span("\(model.preferences.keys.name(of: .attention)) ", theme[.key])
  var left = [BarPart(Line(key, Span(words.text(first).brief, theme[.text])), rank: 8)]
  if let counts = words.counts { left.append(BarPart(counts, theme[.muted], rank: 7)) }
  let right = words.history.map { [BarPart($0, theme[.muted], rank: 6)] } ?? []
  drawBar(left: left, right: right, row: row, style: theme[.text], into: &frame)
}

/// Why what is not on screen is not fetched, quietly: what is seen is whole.
private func drawBackgroundNote(_ model: Model, row: Int, into frame: inout Frame) {
  guard let failure = model.snapshot?.backgroundFailure else { return }
  frame.put(
    failure.sentence.clipped(to: frame.size.columns - 2), at: Point(column: 1, row: row),
    style: model.preferences.theme[.muted])
}
