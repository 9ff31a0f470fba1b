import Canvas
import Records

/// One request in words.
struct RequestWords {
  let entry: RequestLogEntry
  /// The day that it is, for dates without a year.
  let today: Day

  /// What it was for, read from what was sent: `interactions 16 Nov – 22 Nov`.
  var purpose: String {
    var words = [resource]
    if let start = day(of: "start_time"), let end = day(of: "end_time"), start < end {
      words.append(DateText.span(DaySpan(start, end), today: today))
    }
    if parameter("next_cursor") != nil { words.append("next page") }
    return words.joined(separator: " ")
  }

  /// The path without the query.
  var path: String { String(entry.path.prefix { $0 != "?" }) }

  /// The parameters in the order in which they were sent, as they were sent.
  var parameters: [(name: Substring, value: Substring)] {
    entry.path.drop { $0 != "?" }.dropFirst().split(separator: "&").map { pair in
      let name = pair.prefix { $0 != "=" }
      return (name, pair.dropFirst(name.count + 1))
    }
  }

  /// How it ended, in a word or two beside the number.
  var status: String {
    guard let status = entry.status else { return "no answer" }
    return "\(status) \(word(status))"
  }

  /// How much it is an error.
  var role: Role {
    guard entry.note != nil else { return .good }
    guard let status = entry.status else { return .bad }
    return (200..<300).contains(status) || status == 404 || status == 429 ? .warn : .bad
  }

  private func word(_ status: Int) -> String {
    switch status {
    case 200..<300: entry.note == nil ? "ok" : "flawed"
    case 401: "refused"
    case 403: "denied"
    case 404: entry.note == nil ? "no data" : "absent"
    case 408: "late"
    case 429: "wait"
    case 503: "blocked"
    case 500...: "server"
    case 300..<400: "moved"
    default: "invalid"
    }
  }

  private var resource: String { path.split(separator: "/").last.map(String.init) ?? path }

  private func parameter(_ name: String) -> Substring? {
    parameters.first { $0.name == name }?.value
  }

  /// The date at the beginning of a time; it has no character that would be encoded.
  private func day(of name: String) -> Day? {
    parameter(name).flatMap { Day(text: $0.prefix(10)) }
  }
}
