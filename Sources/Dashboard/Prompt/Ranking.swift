/// Those of the values that one of their names fits, the best first and else in their order; all
/// of them for an empty text. The first name counts for more than the others.
func ranked<Value>(
  _ values: [Value], by typed: String, names: (Value) -> [String]
) -> [Value] {
  guard !typed.isEmpty else { return values }
  let wanted = FuzzyText(typed).letters
  let ranks = values.map { value in
    names(value).enumerated().compactMap { place, name in
      FuzzyText(name).rank(of: wanted).map { 2 * $0 + min(place, 1) }
    }.min()
  }
  let places = values.indices.filter { ranks[$0] != nil }
  return places.sorted { ((ranks[$0] ?? 0), $0) < ((ranks[$1] ?? 0), $1) }.map { values[$0] }
}

extension FuzzyText {
  /// How well the text fits what was typed: 0 is the same, then a beginning, a word's beginning,
  /// and letters in this order; nil where they are not in it.
  func rank(of wanted: [UInt8]) -> Int? {
    if letters == wanted { return 0 }
    if letters.starts(with: wanted) { return 1 }
    if letters.split(whereSeparator: { $0 == 32 || $0 == 45 || $0 == 95 }).contains(where: {
      $0.starts(with: wanted)
    }) {
      return 2
    }
    return contains(wanted) ? 3 : nil
  }
}
