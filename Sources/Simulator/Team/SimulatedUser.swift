package import Records

/// A user of a made-up team, with what the unified API's records do not say.
package struct SimulatedUser: Sendable {
  /// As `/users` lists the user.
  package let user: User
  package let givenName: String
  package let familyName: String
  package let title: String
  /// The name of the team.
  package let team: String
  package let managerID: String?
  package let nature: Nature
  /// The other addresses of the user.
  package let aliases: [String]
  /// False for users who left.
  package let isActive: Bool

  let conduct: Conduct
}
