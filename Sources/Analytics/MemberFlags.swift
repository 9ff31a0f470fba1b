import Records

/// The users of a team as flags, which are read faster than a set.
struct MemberFlags {
  private var flags: [Bool]

  init(_ members: Set<UserNumber>) {
    flags = Array(repeating: false, count: Int(members.max() ?? -1) + 1)
    for member in members where member >= 0 { flags[Int(member)] = true }
  }

  subscript(user: UserNumber) -> Bool { Int(user) < flags.count && flags[Int(user)] }
}
