import Canvas
import Records

/// Draws how the time of a request was spent: a line for each part, its bar beginning where that of
/// the one before it ends.
struct LatencyChart {
  let timings: RequestTimings
  let theme: Theme

  /// A part of the time, in the order in which they pass.
  struct Part {
    let name: String
    let seconds: Double
    let role: Role
  }

  /// The parts in order.
  static func parts(_ timings: RequestTimings) -> [Part] {
    [
      Part(name: "DNS", seconds: timings.nameLookup, role: .chart4),
      Part(name: "Connect", seconds: timings.connect, role: .chart3),
      Part(name: "TLS", seconds: timings.tls, role: .chart2),
      Part(name: "First byte", seconds: timings.firstByte, role: .chart1),
      Part(name: "Transfer", seconds: timings.transfer, role: .median),
    ]
  }

  /// A line for each part, with its time and its bar.
  func lines(columns: Int) -> [Line] {
    let parts = LatencyChart.parts(timings)
    let total = parts.reduce(0) { $0 + $1.seconds }
    let width = min(60, columns - 32)
    var before = 0.0
    return parts.map { part in
      defer { before += part.seconds }
      let name = Line("  \(part.name)", theme[.muted]).padded(to: 17).spans
      // A connection that was kept alive needs no new one.
      let time = part.seconds > 0 ? NumberText.milliseconds(part.seconds) : "none"
      let value = Line(time, theme[part.seconds > 0 ? .text : .muted]).padded(to: 10, .right).spans
      guard total > 0, part.seconds > 0, width > 4 else { return Line(spans: name + value) }
      let start = min(width - 1, Int(before / total * Double(width)))
      let end = max(start + 1, Int(((before + part.seconds) / total * Double(width)).rounded()))
      let bar = String(repeating: "█", count: min(end, width) - start)
      let space = String(repeating: " ", count: start + 2)
      return Line(spans: name + value + [Span(space), Span(bar, theme[part.role])])
    }
  }

}

extension RequestTimings {
  /// From the first byte of the answer to the last: what the other parts leave of the whole.
  var transfer: Double { max(0, total - nameLookup - connect - tls - firstByte) }
}
