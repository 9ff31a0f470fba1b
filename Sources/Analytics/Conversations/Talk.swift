import Records

/// Who is heard: a side, and the agent whom the message belongs to.
struct Voice: Hashable {
  let speaker: Speaker
  let agent: String?
}

/// One voice from a start to an end, in seconds of a recording.
struct Interval: Equatable {
  let voice: Voice
  let start: Double
  var end: Double

  var length: Double { end - start }
}

/// What is heard in one recording: intervals in order of start, those of one voice never
/// overlapping.
struct Talk {
  let intervals: [Interval]

  init(_ said: [Interval]) {
    var merged: [Interval] = []
    var latest: [Voice: Int] = [:]
    for interval in said.sorted(by: { $0.order < $1.order }) {
      if let index = latest[interval.voice], merged[index].end >= interval.start {
        merged[index].end = max(merged[index].end, interval.end)
      } else {
        latest[interval.voice] = merged.count
        merged.append(interval)
      }
    }
    intervals = merged
  }

  /// The longest stretch of a voice, the first of those that are alike: a run of its intervals,
  /// from the first start to the last end, which any start of another voice ends.
  func longestStretch(of voice: Voice) -> Interval? {
    var longest: Interval?
    var start: Double?
    for interval in intervals {
      guard interval.voice == voice else {
        start = nil
        continue
      }
      let first = start ?? interval.start
      start = first
      let stretch = Interval(voice: voice, start: first, end: interval.end)
      if stretch.length > longest?.length ?? -1 { longest = stretch }
    }
    return longest
  }

  /// The gaps in seconds, all above zero, from where the customer stopped to where the agent
  /// started, when nobody was heard between.
  func gaps(before agent: Voice) -> [Double] {
    var gaps: [Double] = []
    var last: Interval?
    for interval in intervals {
      if let last, interval.voice == agent, last.voice.speaker == .customer,
        interval.start > last.end
      {
        gaps.append(interval.start - last.end)
      }
      // Who stopped last is who was waited for; of two that stopped together, the customer.
      if last.map({ interval.end > $0.end || interval.end == $0.end && $0.isNotCustomer }) ?? true {
        last = interval
      }
    }
    return gaps
  }

  /// How often the sides change, bots left out.
  var changes: Int {
    let sides = people.map(\.voice.speaker)
    return zip(sides, sides.dropFirst()).count { $0 != $1 }
  }

  /// Seconds from the first start to the last end, bots left out.
  var span: Double {
    guard let start = people.first?.start, let end = people.map(\.end).max() else { return 0 }
    return end - start
  }

  private var people: [Interval] { intervals.filter { $0.voice.speaker != .neither } }
}

extension Interval {
  /// By start; the rest so that the order in which messages came never matters.
  fileprivate var order: (Double, Double, String, String) {
    (start, end, voice.speaker.rawValue, voice.agent ?? "")
  }

  fileprivate var isNotCustomer: Bool { voice.speaker != .customer }
}
