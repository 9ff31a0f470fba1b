import Records

/// Makes the users of a team: the roster first, then as many as are wanted.
struct Recruits {
  let seed: UInt64
  let history: DaySpan
  let zone: Zone

  /// Beyond the roster every so many users have a manager, who is the first of them.
  private static let teamSize = 12

  func user(_ index: Int) -> SimulatedUser {
    var dice = Dice(seed, index, 1)
    let entry = entry(index)
    let isSenior = dice.unit() < 0.35
    let created = created(entry.nature, &dice)
    let aliases = aliases(index, entry)
    let primary = User.Email(address: "\(entry.handle)@example.com", isPrimary: true)
    let others = aliases.map { User.Email(address: $0, isPrimary: false) }
    // The primary address is not always the first one.
    let emails = dice.unit() < 0.2 ? others + [primary] : [primary] + others
    let text = zone.text(of: zone.start(of: created) + Double(9 * 3600 + dice.index(below: 28_800)))
    return SimulatedUser(
      user: User(
        id: id(index), name: entry.name, emails: emails, createdAt: text, updatedAt: text,
        managerID: manager(of: index, entry).map(id)),
      givenName: entry.given, familyName: entry.family,
      title: entry.role.title(in: entry.division, isSenior: isSenior), team: team(index, entry),
      nature: entry.nature, aliases: aliases, isActive: entry.nature != .departed,
      conduct: Conduct(
        entry: entry, key: Dice.key(seed, index), history: history, created: created))
  }

  private func entry(_ index: Int) -> RosterEntry {
    let roster = RosterEntry.first
    guard index >= roster.count else { return roster[index] }
    let number = index - roster.count
    let name = NameList.user(number)
    let division = Division.allCases[number / Recruits.teamSize % Division.allCases.count]
    let isManager = number % Recruits.teamSize == 0
    var dice = Dice(seed, index, 2)
    return RosterEntry(
      name.written, name.handle, division, isManager ? .manager : .member,
      isManager ? .ordinary : Nature(&dice))
  }

  private func team(_ index: Int, _ entry: RosterEntry) -> String {
    let number = index - RosterEntry.first.count
    guard number >= 0 else { return entry.division.name }
    return "\(entry.division.name) \(number / Recruits.teamSize / Division.allCases.count + 2)"
  }

  /// The index of a user's manager: the executive for managers, nil for the executive.
  private func manager(of index: Int, _ entry: RosterEntry) -> Int? {
    let roster = RosterEntry.first
    switch entry.role {
    case .executive: return nil
    case .manager: return 0
    case .member where index < roster.count:
      return roster.firstIndex { $0.division == entry.division && $0.role == .manager }
    case .member: return index - (index - roster.count) % Recruits.teamSize
    }
  }

  /// 18 to 20 digits, as Gong's ids have: too many for a `Double` and, some of them, for an `Int64`.
  private func id(_ index: Int) -> String {
    var dice = Dice(seed, index, 3)
    let count = 18 + dice.index(below: 3)
    return String(1 + dice.index(below: 9))
      + (1..<count).map { _ in String(dice.index(below: 10)) }.joined()
  }

  private func aliases(_ index: Int, _ entry: RosterEntry) -> [String] {
    guard index % 3 == 1 else { return [] }
    return ["\(entry.handle)@mail.example.com"]
      + (index % 6 == 1 ? ["\(entry.handle)@team.example.com"] : [])
  }

  private func created(_ nature: Nature, _ dice: inout Dice) -> Day {
    switch nature {
    case .newcomer: history.end - 21
    default: history.end - 450 - dice.index(below: 1200)
    }
  }
}
