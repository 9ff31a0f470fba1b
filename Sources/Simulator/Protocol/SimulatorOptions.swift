/// How a simulator behaves.
package struct SimulatorOptions: Sendable {
  /// The bearer token that it accepts.
  package var token = "demo-token"
  /// The id of the one integrated account that it has.
  package var integratedAccount = "demo"
  /// What the provider behind the API would be shown as its credentials; debug answers have it.
  package var providerSecret = "c2ltdWxhdGVkOnNlY3JldA=="
  /// Records of a page: the most, and what it gives when no limit is asked for.
  package var pageSize = 100
  /// What Talkdesk's side of it is like.
  package var talkdesk = TalkdeskOptions()
  /// The faults to choose from.
  package var faults: [Fault] = []
  /// The share of the requests that get one of the faults, 0 to 1.
  package var faultRate = 0.0
  /// Seconds that every answer is held back.
  package var delay = 0.0
  /// Requests above this number in a second are answered 429; nil for no limit.
  package var requestsPerSecond: Int?

  /// A simulator that answers at once, without faults or limits.
  package init() {}
}
