/// A row of steps, one for each value from left to right, with a space where a value is missing.
/// More values than columns are averaged in buckets; fewer take as many columns as there are
/// values. The steps run over `range`, or over the values' own if there is none; values outside
/// are drawn at its ends, and values that are all alike at half height.
package func sparkline(
  _ values: [Double?], columns: Int, glyphs: GlyphSet, range: ClosedRange<Double>? = nil
) -> String {
  let shown = resampled(values, to: columns)
  let present = shown.compactMap { $0 }
  guard let least = present.min(), let greatest = present.max() else {
    return String(repeating: " ", count: shown.count)
  }
  let low = range?.lowerBound ?? least
  let height = (range?.upperBound ?? greatest) - low
  let steps = glyphs.steps
  return String(
    shown.map { value -> Character in
      guard let value else { return " " }
      guard height > 0 else { return steps[(steps.count - 1) / 2] }
      let step = Int(down: (value - low) / height * Double(steps.count))
      return steps[min(steps.count - 1, max(0, step))]
    })
}

/// The values, or the means of as many buckets as there are columns if there are more values than
/// that. What is not a finite number counts as missing; a bucket of nothing is missing.
func resampled(_ values: [Double?], to columns: Int) -> [Double?] {
  let finite = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
  guard columns > 0 else { return [] }
  guard finite.count > columns else { return finite }
  return (0..<columns).map { column in
    let bucket = finite[column * finite.count / columns..<(column + 1) * finite.count / columns]
    let present = bucket.compactMap { $0 }
    // Each is divided before the sum, which could otherwise leave the range of a number.
    return present.isEmpty ? nil : present.reduce(0) { $0 + $1 / Double(present.count) }
  }
}
