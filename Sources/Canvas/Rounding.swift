extension Int {
  /// The whole number nearest to a finite number, halves away from zero; numbers that no `Int`
  /// can hold are clamped. The standard library's `rounded()` would need the C library's.
  init(nearest value: Double) {
    let limit = 9.0e18
    let clamped = Swift.min(limit, Swift.max(-limit, value))
    self.init(clamped < 0 ? clamped - 0.5 : clamped + 0.5)
  }

  /// The greatest whole number that is not above a finite number, clamped like `init(nearest:)`.
  init(down value: Double) {
    let limit = 9.0e18
    let clamped = Swift.min(limit, Swift.max(-limit, value))
    let cut = Int(clamped)
    self = Double(cut) > clamped ? cut - 1 : cut
  }
}
