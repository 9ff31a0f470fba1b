import Analytics
import Canvas
import Records

/// What is known of a conversation as a whole, over its turns.
struct TranscriptHead {
  private let model: Model
  private let screen: TranscriptScreen
  private let summary: ConversationSummary

  init(_ model: Model, _ screen: TranscriptScreen) {
    self.model = model
    self.screen = screen
    summary = screen.page?.transcript.summary ?? screen.summary
  }

  private var theme: Theme { model.preferences.theme }
  private var directory: Directory { model.snapshot?.directory ?? Directory() }

  /// When and how, whose, and what was measured, in lines of the width.
  func lines(columns: Int) -> [Line] {
    let room = columns - 2
    let facts = [call, route].flatMap { $0.wrapped(to: room) }.map { Line($0, theme[.text]) }
    let notes = sentences.flatMap { $0.wrapped(to: room) }.map { Line($0, theme[.warn]) }
    let agents = zip(summary.agents, names).flatMap { metrics($0, $1, columns: room) }
    return (facts + agents + notes).map { Line(spans: [Span(" ")] + $0.spans) }
  }

  /// `18 Nov 2026 14:05:09 · 12:31 · voice · in`
  private var call: String {
    let start = summary.startedAt.map { at in
      let day = model.zone.day(of: at)
      return "\(DateText.day(day)) \(day.civil.year) \(DateText.clock(at, zone: model.zone))"
    }
    let customer = summary.customerID.map { "customer \($0)" }
    return [
      start ?? "no time stated", summary.seconds.map { NumberText.value($0, .duration) },
      summary.channel?.providerWord, summary.direction?.providerWord, customer,
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// Which queues it went through and what it was about; empty for nothing.
  private var route: String {
    let groups = summary.ringGroups.isEmpty ? nil : summary.ringGroups.joined(separator: ", ")
    let intents = summary.intents.isEmpty ? nil : summary.intents.joined(separator: ", ")
    return [groups.map { "ring groups \($0)" }, intents.map { "intents \($0)" }]
      .compactMap(\.self).joined(separator: " · ")
  }

  private var names: [String] { summary.agents.map { directory[$0.user].label } }

  /// What was derived for an agent, in as many lines as the width needs.
  private func metrics(
    _ agent: ConversationSummary.Agent, _ name: String, columns: Int
  ) -> [Line] {
    let nameColumns = min(columns < 100 ? 14 : 24, names.map(\.columns).max() ?? 0)
    var lines = [Line(name, theme[.title]).padded(to: nameColumns)]
    for piece in pieces(agent) {
      if lines[lines.count - 1].columns + piece.columns > columns {
        lines.append(Line(String(repeating: " ", count: nameColumns)))
      }
      lines[lines.count - 1].spans += piece.spans
    }
    return lines
  }

  private func pieces(_ agent: ConversationSummary.Agent) -> [Line] {
    let metrics = Metric.allCases.map { metric in
      let value = agent[.metric(metric)]
      return Line(
        Span("  \(metric.heading.lowercased()) ", theme[.muted]),
        Span(
          NumberText.value(value, model.unit(of: .metric(metric))),
          theme[value == nil ? .muted : .text]))
    }
    let reader = ConversationReader(user: agent.user, directory: directory)
    guard let sentiment = reader.sentiment(of: summary) else { return metrics }
    let bar = sentiment.bar(columns: 9, theme: theme)
    return metrics + [Line(spans: [Span("  customer ", theme[.muted])] + bar.spans)]
  }

  /// What is to be said about the whole: why something is not there.
  private var sentences: [String] {
    var sentences: [String] = []
    if let word = summary.unknownSpeaker {
      let speaker = word.isEmpty ? "A message names no speaker" : "The speaker “\(word)” is unknown"
      sentences.append(
        "\(speaker): there are no metrics and no marks until the account's speaker table says whose"
          + " side that is.")
    }
    if !summary.hasWords, summary.messages > 0 {
      sentences.append("The words are not kept for this account; times and marks are.")
    }
    return sentences
  }
}
