internal import Glibc

/// What was measured, as lines for a person.
struct Report {
  private(set) var lines: [String] = []

  mutating func add(_ text: String) { lines.append(text) }

  /// A value beside its budget and, where there is one, as a multiple of a reference.
  mutating func add(
    _ name: String, _ value: Double, _ unit: String, budget: Double? = nil,
    reference: Double? = nil, note: String = ""
  ) {
    let times = reference.map { $0 > 0 ? "×\(rounded(value / $0))" : "" } ?? ""
    let verdict = budget.map { value <= $0 ? "ok" : "over" } ?? ""
    let promised = budget.map { "\(rounded($0)) \(unit)" } ?? ""
    lines.append(
      "  " + padded(name, 36) + padded("\(rounded(value)) \(unit)", -12) + padded(promised, -12)
        + padded(verdict, -6) + padded(times, -10) + (note.isEmpty ? "" : "  " + note))
  }

  private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return value >= 100 || tenths % 10 == 0
      ? "\(Int(value.rounded()))" : "\(tenths / 10).\(tenths % 10)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let filling = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? filling + text : text + filling
  }
}

extension [Double] {
  /// The value that so many of a hundred do not exceed; 0 of none.
  func percentile(_ percent: Int) -> Double {
    let ordered = sorted()
    return ordered.isEmpty ? 0 : ordered[Swift.min(count - 1, count * percent / 100)]
  }
}
