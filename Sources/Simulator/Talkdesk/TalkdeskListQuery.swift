import Records

/// A query of Talkdesk's list of conversations, understood.
struct TalkdeskListQuery {
  /// The start times that are asked for, both included.
  let window: ClosedRange<Timestamp>
  /// What the query came with; nil for a first page.
  private(set) var cursor: TalkdeskCursor?

  private static let names: Set<String> = ["interaction_started", "interaction_ended", "cursor"]
  /// The longest window, in seconds.
  private static let longest = 7 * 86_400.0

  /// Reads the parameters of a request, as strictly as the documentation allows. Without times the
  /// last seven days are meant.
  init(_ parameters: [SimulatedRequest.Parameter], now: Timestamp) throws(TalkdeskRefusal) {
    var values: [String: String] = [:]
    for parameter in parameters {
      guard TalkdeskListQuery.names.contains(parameter.name) else {
        throw .query(parameter.name, "is not a parameter of this list.")
      }
      guard values.updateValue(parameter.value, forKey: parameter.name) == nil else {
        throw .query(parameter.name, "was sent twice.")
      }
    }
    if let text = values["cursor"] {
      guard values.count == 1 else {
        throw .query("cursor", "stands alone in the link to a page.")
      }
      guard let cursor = TalkdeskCursor(text: text) else {
        throw .query("cursor", "is not one that was given, or was changed.")
      }
      self.cursor = cursor
      window = cursor.window
      return
    }
    let end = try TalkdeskListQuery.time("interaction_ended", values) ?? now
    let start =
      try TalkdeskListQuery.time("interaction_started", values)
      ?? end + -TalkdeskListQuery.longest
    guard start <= end else {
      throw .query("interaction_ended", "is before interaction_started.")
    }
    guard end - start <= TalkdeskListQuery.longest else {
      throw .query("interaction_ended", "is more than 7 days after interaction_started.")
    }
    window = start...end
  }

  /// As in `2023-06-16T00:00:02Z`.
  private static func time(
    _ name: String, _ values: [String: String]
  ) throws(TalkdeskRefusal) -> Timestamp? {
    guard let text = values[name] else { return nil }
    guard text.utf8.count >= 20, text.contains("T"), let time = WrittenTime(text)?.timestamp else {
      throw .query(name, "is “\(text)”, not a date-time of RFC 3339.")
    }
    return time
  }
}
