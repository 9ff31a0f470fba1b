/// A named set of users.
package struct Team: Hashable, Sendable {
  /// What the team is called.
  package let name: String
  /// The numbers of its users.
  package let members: Set<UserNumber>

  /// A team of these users.
  package init(name: String, members: Set<UserNumber>) {
    self.name = name
    self.members = members
  }
}

extension Directory {
  /// A team for each manager, of those who report to them directly, in order of the names. Managers
  /// who share a name are told apart by their ids.
  package var teamsByManager: [Team] {
    var reports: [String: Set<UserNumber>] = [:]
    for (number, user) in users.enumerated() {
      if let manager = user.managerID { reports[manager, default: []].insert(UserNumber(number)) }
    }
    let labels = reports.keys.reduce(into: [:]) { $0[$1] = label(of: $1) }
    let shares = labels.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return reports.map { manager, members in
      let label = labels[manager] ?? manager
      let isShared = shares[label, default: 0] > 1
      return Team(name: "\(label)'s team" + (isShared ? " (\(manager))" : ""), members: members)
    }.sorted { $0.name < $1.name }
  }

  private func label(of id: String) -> String { number(of: id).map { self[$0].label } ?? id }
}
