/// How the Talkdesk account of a simulator behaves.
package struct TalkdeskOptions: Sendable {
  /// The id of the one client that it knows.
  package var clientID = "demo-client"
  /// The secret of that client.
  package var clientSecret = "demo-secret"
  /// The scopes that the client may ask for.
  package var scopes: Set<String> = [TalkdeskOptions.readScope, TalkdeskOptions.usersScope]
  /// Seconds that a token is good for.
  package var tokenLifetime = 599.0
  /// Conversations of a page.
  package var pageSize = 25

  /// The scope that reading conversations takes.
  package static let readScope = "interactions-public:read"
  /// The scope that the list of users takes.
  package static let usersScope = "users:read"

  /// An account whose tokens live as long as Talkdesk's own.
  package init() {}
}
