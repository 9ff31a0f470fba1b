/// A person that records belong to.
package struct User: Hashable, Sendable {
  /// An address of a user.
  package struct Email: Hashable, Sendable {
    /// The address as the provider wrote it.
    package let address: String
    /// Nil when the provider does not say.
    package let isPrimary: Bool?

    /// An address, and whether it is the user's primary one.
    package init(address: String, isPrimary: Bool?) {
      self.address = address
      self.isPrimary = isPrimary
    }
  }

  /// Text, since Gong's ids have up to 20 digits.
  package let id: String
  /// The user's name for people; nil when the provider does not say.
  package var name: String?
  /// The user's addresses in the provider's order.
  package var emails: [Email]
  /// When the user was made, as the provider wrote it; nil when it does not say.
  package var createdAt: String?
  /// When the user was last changed, as the provider wrote it; nil when it does not say.
  package var updatedAt: String?
  /// The id of the user whom this one reports to; nil when the provider does not say.
  package var managerID: String?

  /// A user of whom at least the id is known.
  package init(
    id: String, name: String? = nil, emails: [Email] = [], createdAt: String? = nil,
    updatedAt: String? = nil, managerID: String? = nil
  ) {
    self.id = id
    self.name = name
    self.emails = emails
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.managerID = managerID
  }

  /// The primary address, else any.
  package var email: String? { (emails.first { $0.isPrimary == true } ?? emails.first)?.address }

  /// What to call the user: name, else an address, else the id.
  package var label: String {
    if let name, !name.isEmpty { return name }
    return email ?? id
  }
}

/// The number under which the cache knows a user of an account: small, dense and stable.
package typealias UserNumber = Int32

/// The users of an account by their numbers.
package struct Directory: Equatable, Sendable {
  /// The user with number n at index n.
  package private(set) var users: [User]
  private var numbers: [String: UserNumber]

  /// Gives the user at index n the number n.
  package init(_ users: [User] = []) {
    self.users = users
    numbers = Dictionary(minimumCapacity: users.count)
    for (index, user) in users.enumerated() { numbers[user.id] = UserNumber(index) }
  }

  /// What is known of a user; the id must stay the same.
  package subscript(number: UserNumber) -> User {
    get { users[Int(number)] }
    set { users[Int(number)] = newValue }
  }

  /// The number of a user, by id.
  package func number(of id: String) -> UserNumber? { numbers[id] }

  /// The number of a user, who gets the next free one, with all that is said here, when new.
  package mutating func intern(_ user: User) -> UserNumber {
    if let number = numbers[user.id] { return number }
    let number = UserNumber(users.count)
    numbers[user.id] = number
    users.append(user)
    return number
  }
}
