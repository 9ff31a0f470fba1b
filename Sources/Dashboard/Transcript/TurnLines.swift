import Analytics
import Canvas
import Records

/// Lays the turns of a transcript out in lines: marks, time and speaker, then the words, wrapped.
struct TurnLines {
  private let page: TranscriptPage
  /// The columns of the speakers.
  private let nameColumns: Int
  /// The columns of the words.
  private let wordColumns: Int

  private static let marks = 5
  private static let time = 9
  /// The sign of the sentiment and a space.
  private static let sentiment = 2

  init(_ page: TranscriptPage, columns: Int) {
    self.page = page
    let names = page.turns.turns.map { page.name(of: $0).columns }
    nameColumns = min(max(8, names.max() ?? 0), columns < 100 ? 14 : 24)
    let left = TurnLines.marks + TurnLines.time + nameColumns + 2 + TurnLines.sentiment
    wordColumns = max(8, columns - left - 2)
  }

  /// How many lines a turn takes.
  func count(of turn: Int) -> Int { headings(turn).count + texts(page.turns.turns[turn]).count }

  /// The lines of a turn, in the style of a theme.
  func lines(of place: Int, theme: Theme, search: Search) -> [Line] {
    let turn = page.turns.turns[place]
    let headings = headings(place).map { text, role in
      row(Line(""), time: "", name: Line(""), sign: Line(""), Line(text, theme[role]))
    }
    let words = texts(turn).enumerated().map { index, text in
      let isFirst = index == 0
      var line = search.marked(text.words, theme[text.role], theme: theme)
      if let intent = text.intent { line.spans.append(Span(intent, theme[.accent])) }
      return row(
        marks(place, isFirst: isFirst, theme), time: isFirst ? page.time(of: turn) : "",
        name: Line(isFirst ? page.name(of: turn) : "", theme[turn.speaker.role]),
        sign: isFirst ? sentiment(turn, theme) : Line(""), line, theme)
    }
    return headings + words
  }

  private func row(
    _ marks: Line, time: String, name: Line, sign: Line, _ words: Line, _ theme: Theme? = nil
  ) -> Line {
    let time = Line(time, theme?[.muted] ?? .plain)
    return Line(
      spans: marks.padded(to: TurnLines.marks).spans
        + time.padded(to: TurnLines.time - 1, .right).spans + [Span(" ")]
        + name.padded(to: nameColumns).spans + [Span("  ")]
        + sign.padded(to: TurnLines.sentiment).spans + words.spans)
  }

  /// What stands over a turn: the recording that begins with it, and what it is the longest of.
  private func headings(_ place: Int) -> [(text: String, role: Role)] {
    let turns = page.turns
    var headings: [(text: String, role: Role)] = []
    if turns.recordings.count > 1, let number = turns.turns[place].place?.recording,
      !turns.turns[..<place].contains(where: { $0.place?.recording == number })
    {
      headings.append(("Recording \(number + 1) of \(turns.recordings.count)", .title))
    }
    for stretch in turns.stretches where stretch.turns.lowerBound == place {
      let length = NumberText.value(stretch.seconds, .duration)
      headings.append(("\(stretch.metric.title), \(length)", stretch.speaker.role))
    }
    return headings
  }

  /// The bar of the longest stretch that the turn is a part of, and a sign for questions.
  private func marks(_ place: Int, isFirst: Bool, _ theme: Theme) -> Line {
    let turn = page.turns.turns[place]
    let stretch = page.turns.stretches.first {
      $0.turns.contains(place) && $0.speaker == turn.speaker
    }
    let bar = stretch.map { Span($0.speaker == .agent ? "▌" : "│", theme[$0.speaker.role]) }
    let sign = isFirst && turn.questions > 0 ? "?" : " "
    return Line(Span("  "), bar ?? Span(" "), Span(sign, theme[.accent]))
  }

  private func sentiment(_ turn: Turns.Turn, _ theme: Theme) -> Line {
    guard let word = turn.message.sentiment else { return Line("") }
    guard let sentiment = SentimentShares.Sentiment(word: word) else {
      return Line("~", theme[.muted])
    }
    return Line(String(sentiment.sign), theme[sentiment.role])
  }

  /// A line of words, behind the last of which stands the intent.
  private struct Text {
    var words: String
    var role = Role.text
    var intent: String?
  }

  private func texts(_ turn: Turns.Turn) -> [Text] {
    let paragraphs = (turn.message.text ?? "").split(whereSeparator: \.isNewline)
    var texts = paragraphs.flatMap { String($0).wrapped(to: wordColumns) }.map { Text(words: $0) }
    if texts.isEmpty { texts = [Text(words: page.silence(of: turn), role: .muted)] }
    guard let intent = turn.message.intent?.words else { return texts }
    let last = texts.count - 1
    if texts[last].words.columns + 2 + intent.columns <= wordColumns {
      texts[last].intent = "  \(intent)"
    } else {
      texts.append(Text(words: "", intent: intent.clipped(to: wordColumns)))
    }
    return texts
  }
}

extension Speaker {
  /// The colour of the side, in the timeline and beside the words.
  var role: Role {
    switch self {
    case .agent: .chart1
    case .customer: .chart2
    case .neither: .muted
    case .unknown: .warn
    }
  }
}

extension ConversationMessage.Intent {
  /// `→ refund 87 %`, and whether it was chosen because nothing fitted.
  var words: String {
    let share = confidence.map { " \(Int(($0.double * 100).rounded())) %" } ?? ""
    let isLast = isFallback == true && !name.lowercased().contains("fallback")
    return "→ \(name)\(share)\(isLast ? " (fallback)" : "")"
  }
}

extension TranscriptPage {
  /// Where a turn is heard in its recording, or at what time it was written.
  func time(of turn: Turns.Turn) -> String {
    if let place = turn.place { return NumberText.value(place.start, .duration) }
    guard let text = turn.message.startedAt, let at = WrittenTime(text)?.timestamp else {
      return ""
    }
    return DateText.clock(at, zone: zone)
  }

  /// What stands in the place of words that are not kept or that there are none of.
  fileprivate func silence(of turn: Turns.Turn) -> String {
    guard let place = turn.place else { return "no words" }
    return "\(NumberText.value(place.end - place.start, .seconds)) of speech"
  }
}
