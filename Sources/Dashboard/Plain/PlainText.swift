import Canvas

/// A screen in words alone, a fact a line, for screen readers and logs: a second view of the same
/// model, without boxes, pictures and colours.
package struct PlainText: Equatable, Sendable {
  /// Where one is, and which records it is about.
  var heading: [String] = []
  /// What came of the last key, is going on or is wrong.
  var news: [String] = []
  /// What the screen is about.
  var body = PlainBody()
  /// What is being typed, after the sign that says what it is for.
  var typed: PlainPrompt?
  /// The keys that matter here.
  var hints = ""

  /// Everything, from the top down.
  package var lines: [String] {
    let all =
      heading + news + body.selected + body.list + [typed.map { $0.sign + $0.field.text } ?? hints]
    return all.map(\.harmless)
  }
}

/// A line that is being typed.
struct PlainPrompt: Equatable {
  let sign: String
  let field: TextField
}

/// What a screen is about, in words.
struct PlainBody: Equatable {
  /// The selected thing in full, a fact a line.
  var selected: [String] = []
  /// What there is to choose from or to read, a line each.
  var list: [String] = []
  /// The line of the list that the keys are at.
  var place: Int?
}

/// The state in words.
package func plainText(_ model: Model) -> PlainText {
  var text = PlainText(
    heading: plainHeading(model), news: plainNews(model), body: plainBody(model),
    hints: plainHints(model))
  if let overlay = model.overlay { text.show(overlay, of: model) }
  return text
}

/// The state in words, as lines.
package func plainLines(_ model: Model) -> [String] { plainText(model).lines }

private func plainBody(_ model: Model) -> PlainBody {
  switch model.screens.last {
  case nil: plainTeam(model)
  case .user(let screen): plainUser(model, screen)
  case .record(let screen): plainRecord(model, screen)
  case .compare(let screen): plainCompare(model, screen)
  case .distribution(let screen): plainDistribution(model, screen)
  case .conversations(let screen): plainConversations(model, screen)
  case .transcript(let screen): plainTranscript(model, screen)
  case .attention(let screen): plainAttention(model, screen)
  case .accounts(let screen): plainAccounts(model, screen)
  case .requests(let screen): plainRequests(model, screen)
  case .help(let screen): plainHelp(model, screen)
  }
}
