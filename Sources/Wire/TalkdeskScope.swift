/// What a client may be allowed to do in Talkdesk, each with a token of its own: a refusal of one must
/// not be one of the other.
package enum TalkdeskScope: String, Sendable {
  /// Reading conversations, which Talkdesk calls interactions.
  case conversations = "interactions-public:read"
  /// Reading the list of users, from which names come.
  case users = "users:read"

  /// What it lets a client read, as a person calls it.
  var things: String { self == .conversations ? "conversations" : "users" }
}
