import Analytics
import Records

/// What the users are filtered by: every term must hold. Words are looked for in name and email,
/// `patience<0.6` compares a column, and `!` before either turns it round.
struct Filter: Equatable {
  private let terms: [Term]

  private struct Term: Equatable {
    let isInverse: Bool
    let test: Test
  }

  private enum Test: Equatable {
    case word([UInt8])
    case comparison(BoardColumn, Operator, Double)
  }

  private enum Operator: String, CaseIterable {
    // The longer ones first, so that `<=` is not read as `<`.
    case atMost = "<="
    case atLeast = ">="
    case unlike = "!="
    case below = "<"
    case above = ">"
    case equal = "="

    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atMost: value <= bound
      case .atLeast: value >= bound
      case .unlike: value != bound
      case .below: value < bound
      case .above: value > bound
      case .equal: value == bound
      }
    }
  }

  /// Reads what was typed, for a board with these columns.
  init(_ text: String, columns: [BoardColumn]) throws(Mistake) {
    var terms: [Term] = []
    for word in text.split(separator: " ") {
      let isInverse = word.first == "!"
      let rest = isInverse ? word.dropFirst() : word
      guard !rest.isEmpty else { continue }
      terms.append(Term(isInverse: isInverse, test: try Filter.test(rest, columns)))
    }
    self.terms = terms
  }

  private static func test(_ text: Substring, _ columns: [BoardColumn]) throws(Mistake) -> Test {
    for sign in Operator.allCases {
      guard let place = text.firstRange(of: sign.rawValue), place.lowerBound > text.startIndex
      else { continue }
      let name = String(text[..<place.lowerBound])
      guard let column = BoardColumn.named(name, among: columns) else {
        throw Mistake(sentence: "There is no column “\(name)” to compare.")
      }
      let number = text[place.upperBound...]
      guard let bound = NumberText.parsed(number) else {
        throw Mistake(sentence: "Write a number after “\(name)\(sign.rawValue)”, as 0.6 or 1:30.")
      }
      return .comparison(column, sign, bound)
    }
    return .word(FuzzyText(String(text)).letters)
  }

  /// Whether a user is left over, who is known by these texts. Absent values meet no comparison,
  /// turned round or not.
  func matches(_ row: ListedUser, texts: @autoclosure () -> [FuzzyText]) -> Bool {
    terms.allSatisfy { term in
      switch term.test {
      case .word(let letters):
        return texts().contains { $0.contains(letters) } != term.isInverse
      case .comparison(let column, let sign, let bound):
        guard let value = row.number(in: column) else { return false }
        return sign.holds(value, bound) != term.isInverse
      }
    }
  }
}

extension BoardColumn {
  /// The column that a person means by a name: the name itself, or its beginning or a later word's
  /// where that is enough to tell which, as `story` or `monologue`.
  static func named(_ text: String, among columns: [BoardColumn]) -> BoardColumn? {
    let wanted = filterName(text)
    let names = columns.map(\.filterName)
    if let exact = names.firstIndex(of: wanted) { return columns[exact] }
    let matching = columns.indices.filter {
      names[$0].hasPrefix(wanted) || names[$0].contains("_" + wanted)
    }
    let values = matching.filter { if case .change = columns[$0] { false } else { true } }
    return (values.isEmpty ? matching : values).first.map { columns[$0] }
  }
  /// The name as one word of a filter, whatever a provider calls an additional metric.
  var filterName: String { BoardColumn.filterName(name) }

  private static func filterName(_ text: String) -> String {
    String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
