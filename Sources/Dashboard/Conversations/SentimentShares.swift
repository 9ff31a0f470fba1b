import Canvas

/// How a customer felt: which shares of the messages were positive, neutral and negative.
struct SentimentShares: Equatable {
  /// What the provider calls how a participant feels; the raw value is how screens write it.
  enum Sentiment: String, CaseIterable {
    case positive, neutral, negative

    /// The one that a word of the provider means; nil for one that is not known.
    init?(word: String) { self.init(rawValue: word.lowercased()) }

    /// What says it without a colour, on every terminal.
    var sign: Character {
      switch self {
      case .positive: "+"
      case .neutral: "."
      case .negative: "-"
      }
    }

    var role: Role {
      switch self {
      case .positive: .good
      case .neutral: .muted
      case .negative: .bad
      }
    }
  }

  let positive: Double
  let neutral: Double
  let negative: Double

  subscript(sentiment: Sentiment) -> Double {
    switch sentiment {
    case .positive: positive
    case .neutral: neutral
    case .negative: negative
    }
  }

  /// From -1, all negative, to 1, all positive.
  var balance: Double { positive - negative }

  /// What most of the messages are; of alike shares what is worse.
  var prevailing: Sentiment {
    let most = max(positive, neutral, negative)
    return [.negative, .neutral, .positive].first { self[$0] == most } ?? .neutral
  }

  /// The shares as a bar of signs, `++...-`: a share above zero has one sign at least.
  func bar(columns: Int, theme: Theme) -> Line {
    Line(
      spans: Sentiment.allCases.map { sentiment in
        Span(
          String(repeating: String(sentiment.sign), count: cells(columns)[sentiment] ?? 0),
          theme[sentiment.role])
      })
  }

  /// How many of so many cells each sentiment gets.
  private func cells(_ columns: Int) -> [Sentiment: Int] {
    var cells: [Sentiment: Int] = [:]
    for sentiment in Sentiment.allCases where self[sentiment] > 0 {
      cells[sentiment] = max(1, Int(self[sentiment] * Double(columns)))
    }
    // What rounding left over goes to whom it took most from, and what is too much comes from the
    // longest.
    while cells.values.reduce(0, +) < columns, let lacking = mostLacking(cells, of: columns) {
      cells[lacking, default: 0] += 1
    }
    while cells.values.reduce(0, +) > columns,
      let longest = cells.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) })
    {
      cells[longest.key] = longest.value - 1
    }
    return cells
  }

  private func mostLacking(_ cells: [Sentiment: Int], of columns: Int) -> Sentiment? {
    Sentiment.allCases.filter { self[$0] > 0 }.max { one, other in
      self[one] * Double(columns) - Double(cells[one] ?? 0)
        < self[other] * Double(columns) - Double(cells[other] ?? 0)
    }
  }
}
