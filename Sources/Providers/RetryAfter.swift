package import Records

/// The `Retry-After` header: seconds, or a date (RFC 9110 §10.2.3).
package enum RetryAfter {
  /// How many seconds to wait from `now`; nil when the text is neither.
  package static func seconds(_ text: String, now: Timestamp) -> Double? {
    let words = text.split(separator: " ")
    if words.count == 1, words[0].utf8.allSatisfy({ "0123456789.".utf8.contains($0) }) {
      return Double(words[0]).flatMap { $0.isFinite ? $0 : nil }
    }
    return date(words).map { max(0, $0 - now) }
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date(_ words: [Substring]) -> Timestamp? {
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])),
      let number = Int(words[1]), let year = Int(words[3]),
      let day = Day(year: year, month: month + 1, day: number)
    else { return nil }
    return WrittenTime("\(day.text)T\(words[4])Z")?.timestamp
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
