package import Records

/// What is asked of Talkdesk's list of conversations, which it calls interactions.
package enum TalkdeskQuery {
  /// The path without the query.
  package static let path = "/conversations/interactions"

  /// The first page of the conversations that began from one instant to another, both included,
  /// at most seven days apart.
  package static func path(startedFrom start: Timestamp, to end: Timestamp) -> String {
    let query = PercentEncoding.query([
      ("interaction_started", text(of: start)), ("interaction_ended", text(of: end)),
    ])
    return "\(path)?\(query)"
  }

  /// The page that a cursor leads to. Talkdesk's own link to it has nothing but the cursor, which is
  /// sent as it came.
  package static func path(after cursor: String) -> String {
    "\(path)?\(PercentEncoding.query([("cursor", cursor)]))"
  }

  /// `2026-10-01T22:00:00Z`.
  private static func text(of instant: Timestamp) -> String {
    "\(Zone.utc.text(of: instant).prefix(19))Z"
  }
}
