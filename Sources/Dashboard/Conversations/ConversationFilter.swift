import Records

/// What conversations are filtered by: every term must hold. Words are looked for in agents, customer,
/// intents and ring groups; `length>300` compares a number; `direction=out` is the whole text of a
/// column and `intent~refund` a part of it; `!` before any turns it round.
struct ConversationFilter {
  private enum Test {
    case word([UInt8])
    case number(ConversationColumn, FilterTerm.Sign, Double)
    /// The whole text, without what parts its words.
    case whole(ConversationColumn, [UInt8])
    case part(ConversationColumn, [UInt8])
  }

  private static let searched: [ConversationColumn] = [.agents, .customer, .intents, .ringGroups]

  private let terms: [(isInverse: Bool, test: Test)]
  private let reader: ConversationReader
  /// The letters of texts that many conversations share, made once.
  private var letters: [String: FuzzyText] = [:]

  /// Reads what was typed.
  init(_ text: String, reader: ConversationReader) throws(Mistake) {
    var terms: [(isInverse: Bool, test: Test)] = []
    for term in FilterTerm.terms(of: text) {
      let (test, isInverse) = try ConversationFilter.test(term)
      terms.append((term.isInverse != isInverse, test))
    }
    self.terms = terms
    self.reader = reader
  }

  private static func test(_ term: FilterTerm) throws(Mistake) -> (Test, isInverse: Bool) {
    let letters = FuzzyText(term.value).letters
    guard let name = term.name else { return (.word(letters), false) }
    guard let column = ConversationColumn.named(name) else {
      throw .unknown("column", name, among: ConversationColumn.all.dropFirst().map(\.name))
    }
    guard column != .time else {
      throw Mistake(sentence: "Times are not filtered: the keys of the range choose days.")
    }
    guard column.isText else {
      guard term.sign.comparesNumbers else {
        throw Mistake(sentence: "\(column.title) is a number: compare it with <, > or =.")
      }
      return (.number(column, term.sign, try term.bound()), false)
    }
    switch term.sign {
    case .contains: return (.part(column, letters), false)
    case .equal, .unlike: return (.whole(column, letters.withoutBreaks), term.sign == .unlike)
    case .below, .above, .atMost, .atLeast:
      throw Mistake(
        sentence: "\(column.title) is a text: write \(column.name)= or \(column.name)~.")
    }
  }

  /// Whether a conversation is left over. Absent numbers meet no comparison, turned round or not.
  mutating func matches(_ conversation: ConversationSummary) -> Bool {
    for term in terms {
      let holds: Bool
      switch term.test {
      case .word(let wanted):
        holds = ConversationFilter.searched.contains { column in
          has(column, conversation) { $0.contains(wanted) }
        }
      case .number(let column, let sign, let bound):
        guard let number = reader.number(column, of: conversation) else { return false }
        holds = sign.holds(number, bound)
      case .whole(let column, let wanted):
        holds = has(column, conversation) { $0.letters.withoutBreaks == wanted }
      case .part(let column, let wanted): holds = has(column, conversation) { $0.contains(wanted) }
      }
      if holds == term.isInverse { return false }
    }
    return true
  }

  private mutating func has(
    _ column: ConversationColumn, _ conversation: ConversationSummary,
    where isWanted: (FuzzyText) -> Bool
  ) -> Bool {
    for text in reader.texts(column, of: conversation) {
      // Every conversation has another customer.
      let known = column == .customer ? FuzzyText(text) : letters[text] ?? FuzzyText(text)
      if column != .customer { letters[text] = known }
      if isWanted(known) { return true }
    }
    return false
  }
}

extension [UInt8] {
  /// The letters without spaces, hyphens and underscores: `billing-emea` is Billing EMEA.
  fileprivate var withoutBreaks: [UInt8] {
    filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
  }
}
