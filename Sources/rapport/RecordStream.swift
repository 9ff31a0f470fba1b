import Records
import Wire

/// Prints records a line each, the oldest period first, as soon as their window and all before it
/// are there.
struct RecordStream {
  /// Which users are meant, by what is known of all; nil for everyone.
  let chosenUsers: (Directory) throws(Stop) -> Set<UserNumber>?
  private var printed = 0

  init(of chosenUsers: @escaping (Directory) throws(Stop) -> Set<UserNumber>?) {
    self.chosenUsers = chosenUsers
  }

  /// Prints what can be printed by now. The rest waits while the list of users is still to come,
  /// which has more about them than the records.
  mutating func take(_ snapshot: Snapshot) throws(Stop) {
    guard !snapshot.awaitsUsers else { return }
    let users: Set<UserNumber>?
    do throws(Stop) {
      users = try chosenUsers(snapshot.directory)
    } catch {
      // A user who was named may be one of whom only a later window knows.
      return
    }
    try print(
      snapshot.oldestFirst.dropFirst(printed).prefix { $0.state == .fresh }, of: users, snapshot)
  }

  /// Prints what is left, as it is.
  mutating func finish(_ snapshot: Snapshot) throws(Stop) {
    let users = try chosenUsers(snapshot.directory)
    try print(snapshot.oldestFirst.dropFirst(printed), of: users, snapshot)
  }

  private mutating func print(
    _ slots: ArraySlice<WindowSlot>, of users: Set<UserNumber>?, _ snapshot: Snapshot
  ) throws(Stop) {
    for slot in slots {
      printed += 1
      guard let window = slot.window else { continue }
      try Output.writeLines(window.records(of: users, snapshot.directory), RecordJSON.write)
    }
  }
}

extension Snapshot {
  /// The windows in the order in which they are printed.
  var oldestFirst: [WindowSlot] {
    slots.sorted { $0.key.period.start < $1.key.period.start }
  }
}

extension Window {
  /// The records of these users, or of everyone.
  func records(of users: Set<UserNumber>?, _ directory: Directory) -> [Record] {
    (0..<table.count).compactMap { row in
      guard users.map({ $0.contains(table.users[row]) }) ?? true else { return nil }
      return table.record(row, directory: directory)
    }
  }
}
