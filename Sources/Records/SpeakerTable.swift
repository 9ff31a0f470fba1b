/// Whose side a participant of a conversation is on.
package enum Speaker: String, CaseIterable, Hashable, Sendable {
  case agent, customer
  /// Neither of the two, as a bot.
  case neither
  /// The table does not say.
  case unknown
}

/// Which side each word of the API for a participant means. The API documents only `USER`, and the
/// rest is an account's own choice to correct.
package struct SpeakerTable: Hashable, Sendable {
  private let speakers: [String: Speaker]

  /// What is meant unless an account says otherwise.
  package static let standard = SpeakerTable([
    "USER": .agent, "AGENT": .agent, "CONTACT": .customer, "CUSTOMER": .customer, "BOT": .neither,
  ])

  /// A table of these words, whose case does not matter.
  package init(_ speakers: [String: Speaker]) {
    let ordered = speakers.sorted { $0.key < $1.key }
    self.speakers = Dictionary(
      ordered.map { ($0.key.uppercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same table, in which some words mean something else.
  package func changed(by words: [(String, Speaker)]) -> SpeakerTable {
    SpeakerTable(
      speakers.merging(words.map { ($0.0.uppercased(), $0.1) }) { $1 })
  }

  /// The side of a participant; `unknown` for a word that the table lacks, and for none.
  package subscript(participant: String?) -> Speaker {
    participant.flatMap { speakers[$0.uppercased()] } ?? .unknown
  }

  /// The table as text, the same for equal tables: what is derived by it is stored under this.
  package var text: String {
    speakers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
      .joined(separator: ",")
  }
}
