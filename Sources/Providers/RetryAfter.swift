package import Records

/// The `Retry-After` header: seconds, or a date (RFC 9110 §10.2.3).
package enum RetryAfter {
  /// How many seconds to wait from `now`; nil when the text is neither.
  package static func seconds(_ text: String, now: Timestamp) -> Double? {
    let words = text.split(separator: " ")
    if words.count == 1, words[0].utf8.allSatisfy({ "0123456789.".utf8.contains($0) }) {
      return Double(words[0]).flatMap { $0.isFinite ? $0 : nil }
    }
    return HTTPDate.timestamp(text).map { max(0, $0 - now) }
  }
}
