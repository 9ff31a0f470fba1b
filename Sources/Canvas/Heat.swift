extension Role {
  /// The degree of a share from 0 to 1, such as a percentile's: five steps of a fifth each, what
  /// lies outside at their ends. Nil for what is not a number.
  package static func heat(share: Double) -> Role? {
    guard !share.isNaN else { return nil }
    let degrees: [Role] = [.heat1, .heat2, .heat3, .heat4, .heat5]
    return degrees[min(4, max(0, Int(down: share * 5)))]
  }

  /// The degree of a value between the least and the greatest; the middle one if these are alike.
  package static func heat(_ value: Double, in range: ClosedRange<Double>) -> Role? {
    let height = range.upperBound - range.lowerBound
    return heat(share: height > 0 ? (value - range.lowerBound) / height : value.isNaN ? .nan : 0.5)
  }
}
