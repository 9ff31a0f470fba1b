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
    case comparison(BoardColumn, FilterTerm.Sign, Double)
  }

  /// Reads what was typed, for a board with these columns.
  init(_ text: String, columns: [BoardColumn]) throws(Mistake) {
    var terms: [Term] = []
    let signs = FilterTerm.Sign.allCases.filter(\.comparesNumbers)
    for term in FilterTerm.terms(of: text, signs: signs) {
      terms.append(Term(isInverse: term.isInverse, test: try Filter.test(term, columns)))
    }
    self.terms = terms
  }

  private static func test(
    _ term: FilterTerm, _ columns: [BoardColumn]
  ) throws(Mistake) -> Test {
    guard let name = term.name else { return .word(FuzzyText(term.value).letters) }
    guard let column = BoardColumn.named(name, among: columns) else {
      throw Mistake(sentence: "There is no column “\(name)” to compare.")
    }
    return .comparison(column, term.sign, try term.bound())
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
  /// The column that a person means by a name; of a value and its change the value.
  static func named(_ text: String, among columns: [BoardColumn]) -> BoardColumn? {
    let matching = places(named: filterName(text), among: columns.map(\.filterName))
    let values = matching.filter { if case .change = columns[$0] { false } else { true } }
    return (values.isEmpty ? matching : values).first.map { columns[$0] }
  }
  /// The name as one word of a filter, whatever a provider calls an additional metric.
  var filterName: String { BoardColumn.filterName(name) }

  private static func filterName(_ text: String) -> String {
    String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
