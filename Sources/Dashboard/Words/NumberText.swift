import Records

/// Numbers in words' company: without a locale, so that every screen and test agrees.
enum NumberText {
  /// What stands where there is no value.
  static let absent = "–"

  /// `1.12 s`, `1:31`, `6.4` or `41`.
  static func value(_ value: Double?, _ unit: Unit) -> String {
    guard let value else { return absent }
    switch unit {
    case .seconds: return decimals(value, 2) + " s"
    case .duration: return duration(value)
    case .perHour: return decimals(value, 1) + "/h"
    case .perMinute: return decimals(value, 1) + "/min"
    case .score: return decimals(value, 1)
    case .count: return decimals(value, value.rounded() == value ? 0 : 1)
    case .share: return decimals(value * 100, 0) + " %"
    }
  }

  /// `1 call`, `41 calls`, `– calls`.
  static func calls(_ calls: Double?) -> String {
    value(calls, .count) + (calls == 1 ? " call" : " calls")
  }

  /// A value that is beyond a bound, rounded away from it or with a digit more where it would look
  /// like the bound itself: 59.5 seconds are `0:59` where less than 1:00 is too little.
  static func value(_ value: Double, _ unit: Unit, beside bound: Double?) -> String {
    let usual = self.value(value, unit)
    guard let bound, value != bound, usual == self.value(bound, unit) else { return usual }
    let power =
      switch unit {
      case .seconds, .share: 1000.0
      case .duration: 1.0
      case .perHour, .perMinute, .score, .count: 100.0
      }
    // Away from the bound, or it might still look the same.
    let exact = (value * power).rounded(value < bound ? .down : .up) / power
    switch unit {
    case .seconds: return decimals(exact, 3) + " s"
    case .duration: return duration(exact)
    case .perHour: return decimals(exact, 2) + "/h"
    case .perMinute: return decimals(exact, 2) + "/min"
    case .score, .count: return decimals(exact, 2)
    case .share: return decimals(exact * 100, 1) + " %"
    }
  }

  /// A difference with its sign: `+0.21`, `-0:12`.
  static func change(_ change: Double?, _ unit: Unit) -> String {
    guard let change else { return absent }
    let size = abs(change)
    let text =
      switch unit {
      case .seconds: decimals(size, 2)
      case .duration: duration(size)
      case .perHour, .perMinute, .score: decimals(size, 1)
      case .count: decimals(size, size.rounded() == size ? 0 : 1)
      case .share: decimals(size * 100, 0)
      }
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return (isZero ? "±" : change < 0 ? "-" : "+") + text
  }

  /// A number beside an axis, as exact as the step between two such needs.
  static func tick(_ value: Double, step: Double, _ unit: Unit) -> String {
    switch unit {
    case .duration: duration(value)
    case .share: decimals(value * 100, step < 0.01 ? 1 : 0)
    case .seconds, .perHour, .perMinute, .score, .count:
      decimals(value, step < 0.1 ? 2 : step < 1 ? 1 : 0)
    }
  }

  /// A decimal number with so many digits after the point, rounded half away from zero.
  static func decimals(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return value.description }
    var power = 1
    for _ in 0..<digits { power *= 10 }
    let scaled = (abs(value) * Double(power)).rounded()
    guard scaled < 9e18 else { return value.description }
    let number = Int(scaled)
    let sign = value < 0 && number > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(number) }
    let fraction = String(number % power)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(number / power).\(zeros)\(fraction)"
  }

  /// A number with all its digits, as `parsed` reads it back.
  static func exact(_ value: Double) -> String {
    abs(value) < 1e15 && value.rounded() == value ? String(Int(value)) : value.description
  }

  /// A number with all its digits, as it was received.
  static func exact(_ number: Number) -> String {
    switch number {
    case .integer(let value): value.description
    case .decimal(let value): value.description
    }
  }

  /// A duration in seconds as `182 ms`, or `1.42 s` from a second on.
  static func milliseconds(_ seconds: Double) -> String {
    let thousandths = seconds * 1000
    return thousandths >= 1000
      ? decimals(seconds, 2) + " s" : decimals(thousandths, thousandths < 10 ? 1 : 0) + " ms"
  }

  /// The number that a person wrote: `0.6`, `5`, or minutes and seconds, `1:30`.
  static func parsed(_ text: some StringProtocol) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count <= 3, !parts.contains(nil) else { return nil }
    let number = parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
    return number.isFinite ? number : nil
  }

  /// Seconds as minutes and seconds, `1:31`, with hours when there are any.
  private static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e9 else { return seconds.description }
    let whole = Int(abs(seconds).rounded())
    let sign = seconds < 0 && whole > 0 ? "-" : ""
    let rest = whole % 60 < 10 ? "0\(whole % 60)" : "\(whole % 60)"
    guard whole >= 3600 else { return "\(sign)\(whole / 60):\(rest)" }
    let minutes = whole / 60 % 60
    return "\(sign)\(whole / 3600):\(minutes < 10 ? "0" : "")\(minutes):\(rest)"
  }
}
