/// The teams that a person wrote down, by the users' ids or addresses.
package struct TeamList: Equatable, Sendable {
  /// One user of one team.
  package struct Entry: Equatable, Sendable {
    /// The team's name.
    package let team: String
    /// The user's id, or one of the user's addresses in whatever case.
    package let user: String

    /// A user of a team.
    package init(team: String, user: String) {
      self.team = team
      self.user = user
    }
  }

  private let entries: [Entry]

  /// A list with these users; a user may be in several teams.
  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// These teams and others; those of one name become one.
  package static func + (one: TeamList, other: TeamList) -> TeamList {
    TeamList(one.entries + other.entries)
  }

  /// The teams in the order in which they were written, each of those users that the directory
  /// knows.
  package func teams(in directory: Directory) -> [Team] {
    guard !entries.isEmpty else { return [] }
    var names: [String] = []
    var members: [String: Set<UserNumber>] = [:]
    let byAddress = directory.numbersByAddress
    for entry in entries {
      if members[entry.team] == nil { names.append(entry.team) }
      let number = directory.number(of: entry.user) ?? byAddress[entry.user.lowercased()]
      members[entry.team, default: []].formUnion(number.map { [$0] } ?? [])
    }
    return names.map { Team(name: $0, members: members[$0] ?? []) }
  }
}

extension Directory {
  /// The users by their addresses in lower case; of several with the same one, the first.
  package var numbersByAddress: [String: UserNumber] {
    users.enumerated().reduce(into: [:]) { numbers, entry in
      for email in entry.element.emails {
        let address = email.address.lowercased()
        numbers[address] = numbers[address] ?? UserNumber(entry.offset)
      }
    }
  }
}
