import Analytics
import Records

extension TranscriptPage {
  /// A turn as text: when, who, and the words.
  func text(of turn: Int) -> String {
    let turn = turns.turns[turn]
    let words = turn.message.text ?? "(no words kept)"
    let time = time(of: turn)
    return "\(time.isEmpty ? "" : "\(time) ")\(name(of: turn)): \(words)"
  }

  /// The whole conversation as text.
  var text: String {
    let lines = turns.turns.indices.map { text(of: $0) + "\n" }
    return ([heading] + lines).joined(separator: "\n")
  }

  /// What is known of the conversation, a line each.
  private var heading: String {
    let summary = transcript.summary
    let facts: [(String, String?)] = [
      ("Started", summary.startedAt.map { zone.text(of: $0) }),
      ("Length", summary.seconds.map { NumberText.value($0, .duration) }),
      ("Channel", summary.channel), ("Direction", summary.direction),
      (
        "Ring groups", summary.ringGroups.isEmpty ? nil : summary.ringGroups.joined(separator: ", ")
      ),
      ("Customer", summary.customerID), ("Conversation", summary.id),
    ]
    return facts.compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined()
  }
}
