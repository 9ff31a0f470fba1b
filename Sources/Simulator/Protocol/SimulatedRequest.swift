package import Records

/// A request that the simulator answered; never the token it came with.
package struct SimulatedRequest: Equatable, Sendable {
  /// A parameter of the query, unescaped.
  package struct Parameter: Equatable, Sendable {
    /// The name as it stands before the equals sign.
    package let name: String
    /// The value as it stands after the equals sign.
    package let value: String
  }

  /// When the request arrived.
  package let at: Timestamp
  /// The HTTP method, as in `GET`.
  package let method: String
  /// The path without the query.
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
