package import Records

/// A user of a made-up team, with what the unified API's records do not say.
package struct SimulatedUser: Sendable {
  /// As `/users` lists the user; the manager is in the provider's own record.
  package let user: User
  /// What the provider's own user records have as the first name.
  package let givenName: String
  /// What the provider's own user records have as the last name.
  package let familyName: String
  /// What the user's job is called.
  package let title: String
  /// The name of the team.
  package let team: String
  /// What is peculiar about the user's records.
  package let nature: Nature
  /// The other addresses of the user.
  package let aliases: [String]
  /// False for users who left.
  package let isActive: Bool

  let conduct: Conduct
}
