import Records

/// Puts messages in the order in which they were said or written, which need not be that in which
/// they came.
struct Chronology {
  /// The messages in order of time; those of which no time is known after the one that came before.
  let ordered: [BelongingMessage]

  init(_ messages: [BelongingMessage]) {
    let messages = Chronology.counted(messages)
    let starts = Chronology.starts(of: messages)
    var latest = 0.0
    let times = messages.map { message in
      latest = message.heardAt(starts) ?? message.writtenAt ?? latest
      return latest
    }
    ordered = messages.indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { messages[$0] }
  }

  /// In the provider's own order, where it counts every message.
  private static func counted(_ messages: [BelongingMessage]) -> [BelongingMessage] {
    let places = messages.compactMap(\.message.index)
    guard places.count == messages.count else { return messages }
    return messages.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { messages[$0] }
  }

  /// When each recording begins, in seconds since 1970: as its messages say, else when the one
  /// before it ends.
  private static func starts(of messages: [BelongingMessage]) -> [Int: Double] {
    var starts: [Int: Double] = [:]
    var end = messages.compactMap(\.writtenAt).min() ?? 0
    let recordings = Dictionary(grouping: messages.filter(\.isHeard)) {
      $0.message.recordingIndex ?? -1
    }
    for (number, messages) in recordings.sorted(by: { $0.key < $1.key }) {
      let stated = messages.compactMap { message in
        message.writtenAt.flatMap { at in message.interval.map { at - $0.start } }
      }
      let start = stated.min() ?? end
      starts[number] = start
      end = start + (messages.compactMap { $0.interval?.end }.max() ?? 0)
    }
    return starts
  }
}

extension BelongingMessage {
  /// Whether it is heard at a known place of a recording.
  fileprivate var isHeard: Bool { message.isSpoken && interval != nil }

  /// When it is heard, in seconds since 1970, by when recordings begin.
  fileprivate func heardAt(_ starts: [Int: Double]) -> Double? {
    guard isHeard, let interval else { return nil }
    return starts[message.recordingIndex ?? -1].map { $0 + interval.start }
  }

  /// When it began as the provider says, in seconds since 1970.
  fileprivate var writtenAt: Double? {
    message.startedAt.flatMap { WrittenTime($0)?.timestamp }.map { Double($0.milliseconds) / 1000 }
  }
}
