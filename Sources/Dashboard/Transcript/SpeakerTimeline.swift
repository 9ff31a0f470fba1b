import Analytics
import Canvas
import Records

/// Who spoke when: a row for each side over the time of the recordings, one after another.
struct SpeakerTimeline {
  /// A row of the timeline: an agent, the customer, bots or those of whom it is not known.
  struct Side: Equatable {
    let name: String
    let speaker: Speaker
    let agent: String?
  }

  private let page: TranscriptPage
  /// The rows from the top.
  let sides: [Side]
  /// Seconds of all recordings together.
  private let length: Double
  /// Where each recording begins in that time.
  private let offsets: [Double]

  /// More sides than this are not told apart any more.
  private static let mostSides = 5

  init(_ page: TranscriptPage) {
    self.page = page
    var sides: [Side] = []
    for turn in page.turns.turns where turn.place != nil {
      let side = SpeakerTimeline.side(of: turn, page)
      if !sides.contains(side), sides.count < SpeakerTimeline.mostSides { sides.append(side) }
    }
    let order = Speaker.allCases
    let ranks = sides.map { order.firstIndex(of: $0.speaker) ?? 0 }
    self.sides = sides.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { sides[$0] }
    var offsets: [Double] = []
    length = page.turns.recordings.reduce(0) { sum, recording in
      offsets.append(sum)
      return sum + recording.end - recording.start
    }
    self.offsets = offsets
  }

  /// Only agents are told apart from each other.
  private static func side(of turn: Turns.Turn, _ page: TranscriptPage) -> Side {
    let isAgent = turn.speaker == .agent
    let name = turn.speaker == .customer ? "Customer" : page.name(of: turn)
    return Side(name: name, speaker: turn.speaker, agent: isAgent ? turn.agent : nil)
  }

  /// Draws a row for each side, and under them where the selected turn is.
  func draw(selected: Int, model: Model, into frame: inout Frame, in rect: Rect) {
    guard rect.rows > sides.count, length > 0 else { return }
    let nameColumns = min(rect.columns < 100 ? 14 : 24, sides.map(\.name.columns).max() ?? 0)
    let line = Rect(
      column: rect.column + 1 + nameColumns + 2, row: rect.row,
      columns: rect.columns - nameColumns - 5, rows: rect.rows)
    for (index, side) in sides.enumerated() {
      frame.put(
        side.name.padded(to: nameColumns),
        at: Point(column: rect.column + 1, row: rect.row + index),
        style: model.preferences.theme[side.speaker.role])
      draw(side, selected: selected, model: model, into: &frame, in: line.line(rect.row + index))
    }
    drawAxis(
      selected: selected, model: model, into: &frame, in: line.line(rect.row + sides.count))
  }

  private func draw(
    _ side: Side, selected: Int, model: Model, into frame: inout Frame, in rect: Rect
  ) {
    let theme = model.preferences.theme
    let turns = page.turns.turns
    let intervals = turns.filter { $0.place != nil && SpeakerTimeline.side(of: $0, page) == side }
      .compactMap(interval)
    let cells = timeline(
      intervals, length: length, columns: rect.columns, glyphs: model.preferences.glyphs)
    let isMarked =
      turns.indices.contains(selected)
      && SpeakerTimeline.side(of: turns[selected], page) == side
    let marked = isMarked ? interval(turns[selected]).map { columns(of: $0, in: rect) } : nil
    for (column, cell) in cells.enumerated() {
      let isSelected = marked?.contains(column) == true
      let role: Role = !cell.isThere ? .faint : isSelected ? .mark : side.speaker.role
      frame.put(
        String(cell.character), at: Point(column: rect.column + column, row: rect.row),
        style: theme[role])
    }
  }

  /// The times of the beginning and the end, where recordings begin, and a sign for the turn.
  private func drawAxis(selected: Int, model: Model, into frame: inout Frame, in rect: Rect) {
    let theme = model.preferences.theme
    let turns = page.turns.turns
    let marked = turns.indices.contains(selected) ? interval(turns[selected]) : nil
    let sign = marked.map { interval in
      timelineColumn(
        of: (interval.start + interval.end) / 2, length: length, columns: rect.columns)
    }
    func put(_ text: String, _ column: Int, _ role: Role) {
      frame.put(text, at: Point(column: rect.column + column, row: rect.row), style: theme[role])
    }
    let end = NumberText.value(length, .duration)
    // A time gives way to the sign of the turn.
    if sign ?? .max > 4 { put("0:00", 0, .muted) }
    if sign ?? 0 < rect.columns - end.columns - 1 {
      put(end, rect.columns - end.columns, .muted)
    }
    for offset in offsets.dropFirst() {
      put("│", timelineColumn(of: offset, length: length, columns: rect.columns), .faint)
    }
    if let sign { put("▲", sign, .mark) }
  }

  /// Where a turn is in the time of all recordings.
  private func interval(_ turn: Turns.Turn) -> (start: Double, end: Double)? {
    guard let place = turn.place else { return nil }
    let shift = offsets[place.recording] - page.turns.recordings[place.recording].start
    return (place.start + shift, place.end + shift)
  }

  private func columns(of interval: (start: Double, end: Double), in rect: Rect) -> ClosedRange<Int>
  {
    timelineColumns(
      from: interval.start, to: interval.end, length: length, columns: rect.columns)
  }
}
