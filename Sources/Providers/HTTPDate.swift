import Records

/// Dates as headers have them (RFC 9110 §5.6.7).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other form.
  static func timestamp(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])),
      let number = Int(words[1]), let year = Int(words[3]),
      let day = Day(year: year, month: month + 1, day: number)
    else { return nil }
    return WrittenTime("\(day.text)T\(words[4])Z")?.timestamp
  }
}
