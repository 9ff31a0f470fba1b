import Canvas
import Records

/// Where the parts of a transcript lie: what is known of the conversation, who spoke when, and the
/// turns, which get at least half of the rows.
struct TranscriptLayout {
  let head: Rect
  let timeline: Rect
  let turns: Rect

  init(_ model: Model, _ screen: TranscriptScreen, size: Size) {
    let body = body(of: size)
    let sides = screen.page.map { SpeakerTimeline($0).sides.count } ?? 0
    let timelineRows = sides == 0 || body.rows < 12 ? 0 : sides + 1
    let known = TranscriptHead(model, screen).lines(columns: size.columns).count
    let headRows = min(known, max(1, body.rows / 2 - timelineRows))
    // What is above stands apart where there is room for that.
    let space = body.rows >= 18 ? 1 : 0
    head = Rect(column: 0, row: body.row, columns: body.columns, rows: headRows)
    timeline = Rect(
      column: 0, row: head.endRow, columns: body.columns, rows: timelineRows)
    let top = timeline.endRow + space
    turns = Rect(column: 0, row: top, columns: body.columns, rows: body.endRow - top)
  }
}
