import Records
import Testing

@Suite struct TeamTests {
  private let directory = Directory([
    User(id: "1", name: "Ana Lopes"), User(id: "2", name: "Bo", managerID: "1"),
    User(
      id: "3", emails: [.init(address: "Cy@example.com", isPrimary: nil)], managerID: "1"),
    User(id: "4", name: "Ana Lopes", managerID: "99"), User(id: "5", managerID: "3"),
    User(id: "6", managerID: "4"),
  ])

  @Test func `a manager's team is who reports to them`() {
    #expect(
      directory.teamsByManager == [
        Team(name: "99's team", members: [3]),
        Team(name: "Ana Lopes's team (1)", members: [1, 2]),
        Team(name: "Ana Lopes's team (4)", members: [5]),
        Team(name: "Cy@example.com's team", members: [4]),
      ])
    #expect(Directory([User(id: "1")]).teamsByManager == [])
  }

  @Test func `teams that were written down have the users that are known, by id or address`() {
    let list = TeamList(
      [
        ("Success", "cy@EXAMPLE.com"), ("Sales", "2"), ("Success", "1"), ("Sales", "nobody"),
        ("Sales", "2"), ("Empty", "x@example.com"),
      ].map { TeamList.Entry(team: $0, user: $1) })
    #expect(
      list.teams(in: directory) == [
        Team(name: "Success", members: [0, 2]), Team(name: "Sales", members: [1]),
        Team(name: "Empty", members: []),
      ])
  }
}
