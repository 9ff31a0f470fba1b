import Records

/// Where a page of conversations starts, and of which window.
///
/// Its text has a `+`, a `/` and a `=`, so that a client that changes one of them is found out.
struct TalkdeskCursor: Equatable {
  var position: Int
  let window: ClosedRange<Timestamp>
  var origin = PageCursor.Origin.plain

  var text: String {
    let numbers = [
      Int64(position), window.lowerBound.milliseconds, window.upperBound.milliseconds,
    ]
    let words = numbers.map { String($0, radix: 36) }
    return "\(origin.rawValue)+\(words.joined(separator: "/"))=="
  }

  init(position: Int, window: ClosedRange<Timestamp>, origin: PageCursor.Origin = .plain) {
    self.position = position
    self.window = window
    self.origin = origin
  }

  /// Nil when the text is no cursor of this simulator.
  init?(text: String) {
    guard text.hasSuffix("=="), let plus = text.firstIndex(of: "+"),
      let origin = PageCursor.Origin(rawValue: String(text[..<plus]))
    else { return nil }
    let words = text[text.index(after: plus)...].dropLast(2).split(separator: "/")
    let numbers = words.compactMap { Int64($0, radix: 36) }
    guard words.count == 3, numbers.count == 3, numbers[0] >= 0, numbers[1] <= numbers[2] else {
      return nil
    }
    self.init(
      position: Int(numbers[0]),
      window: Timestamp(milliseconds: numbers[1])...Timestamp(milliseconds: numbers[2]),
      origin: origin)
  }
}
