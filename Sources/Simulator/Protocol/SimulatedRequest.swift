package import Records

/// A request that the simulator answered; never the token it came with.
package struct SimulatedRequest: Equatable, Sendable {
  /// A parameter of the query, unescaped.
  package struct Parameter: Equatable, Sendable {
    package let name: String
    package let value: String
  }

  package let at: Timestamp
  package let method: String
  package let path: String
  /// In the order in which they were sent.
  package let parameters: [Parameter]
  /// Whether it came with the right token.
  package let isAuthorised: Bool
  /// The status of the answer.
  package let status: Int
  /// What was done wrong on purpose.
  package let fault: Fault?

  /// The value of a parameter, nil when it was not sent.
  package subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }
}
