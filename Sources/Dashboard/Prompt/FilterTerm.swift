/// A term of a filter as it was typed: a word, or a name with a sign and a value. `!` before it turns
/// it round.
struct FilterTerm: Equatable {
  /// What stands between a name and a value.
  enum Sign: String, CaseIterable {
    // The longer ones first, so that `<=` is not read as `<`.
    case atMost = "<="
    case atLeast = ">="
    case unlike = "!="
    case below = "<"
    case above = ">"
    case equal = "="
    /// The value is a part of the text.
    case contains = "~"

    /// Whether it compares numbers.
    var comparesNumbers: Bool { self != .contains }

    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atMost: value <= bound
      case .atLeast: value >= bound
      case .unlike: value != bound
      case .below: value < bound
      case .above: value > bound
      case .equal: value == bound
      case .contains: false
      }
    }
  }

  let isInverse: Bool
  /// What stands before the sign; nil for a word.
  let name: String?
  /// `equal` for a word.
  let sign: Sign
  /// What stands behind the sign, or the word.
  let value: String

  /// The terms of a text, which spaces part, with these signs.
  static func terms(of text: String, signs: [Sign] = Sign.allCases) -> [FilterTerm] {
    text.split(separator: " ").compactMap { word in
      let isInverse = word.first == "!"
      let rest = isInverse ? word.dropFirst() : word
      guard !rest.isEmpty else { return nil }
      for sign in signs {
        guard let place = rest.firstRange(of: sign.rawValue), place.lowerBound > rest.startIndex
        else { continue }
        return FilterTerm(
          isInverse: isInverse, name: String(rest[..<place.lowerBound]), sign: sign,
          value: String(rest[place.upperBound...]))
      }
      return FilterTerm(isInverse: isInverse, name: nil, sign: .equal, value: String(rest))
    }
  }

  /// The number that the value says; throws where it says none.
  func bound() throws(Mistake) -> Double {
    guard let bound = NumberText.parsed(value) else {
      throw Mistake(
        sentence: "Write a number after “\(name ?? "")\(sign.rawValue)”, as 0.6 or 1:30.")
    }
    return bound
  }
}

/// The place of the name that a person means: the name itself, or one with this beginning or a later
/// word of this beginning, as `story` or `monologue`.
func places(named text: String, among names: [String]) -> [Int] {
  let wanted = text.lowercased().replacing("-", with: "_")
  let names = names.map { $0.replacing("-", with: "_") }
  if let exact = names.firstIndex(of: wanted) { return [exact] }
  return names.indices.filter { names[$0].hasPrefix(wanted) || names[$0].contains("_" + wanted) }
}
