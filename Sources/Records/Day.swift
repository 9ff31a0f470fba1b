/// A calendar day, whatever the time zone: days since 1970-01-01 of the Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int

  /// The day so many days after 1970-01-01.
  package init(number: Int) { self.number = number }

  /// Nil when there is no such day, as with 30 February. The arithmetic counts years from March, so
  /// that leap days end a year (http://howardhinnant.github.io/date_algorithms.html).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (-9999...9999).contains(year) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard civil == (year, month, day) else { return nil }
  }

  /// The year, the month (1 to 12) and the day of the month.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// `2026-11-20`.
  package var text: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `2026-11-20` or nil.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = digits(parts[0]), let month = digits(parts[1]),
      let day = digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether the first day is the earlier one.
  package static func < (one: Day, other: Day) -> Bool { one.number < other.number }
  /// The day so many days later.
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// The day so many days earlier.
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// Days from the second day to the first; negative when the first is the earlier one.
  package static func - (one: Day, other: Day) -> Int { one.number - other.number }

  /// The first day of the month that is `months` after this day's month.
  package func startOfMonth(plus months: Int = 0) -> Day {
    let (year, month, _) = civil
    let total = year * 12 + month - 1 + months
    let years = total >= 0 ? total / 12 : (total - 11) / 12
    return Day(year: years, month: total - years * 12 + 1, day: 1) ?? self
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(abs(number))
  let zeros = String(repeating: "0", count: max(0, width - text.utf8.count))
  return (number < 0 ? "-" : "") + zeros + text
}

/// A number written in ASCII digits alone: no sign, no space.
func digits(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}
