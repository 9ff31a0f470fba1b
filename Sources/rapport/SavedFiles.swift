import Dashboard
import DataCore
import Records
import Wire

/// Saved records, read from the files that the command line names.
struct SavedFiles {
  /// What the files are called on screens.
  let title: String
  /// In the order of the files, each with everything that is known of its user.
  let records: [Record]
  let directory: Directory
  /// What was left out or is missing, in sentences.
  private(set) var notices: [String] = []
  /// The teams that the user wrote down.
  var teams = TeamList()

  private let zone: Zone
  private let now: @Sendable () -> Timestamp
  private let savedAt: Timestamp
  private let isPartial: Bool

  /// Reads all of them. Throws when one cannot be read as a whole.
  init(_ invocation: Invocation, environment: [String: String]) throws(Stop) {
    let systemZone = ZoneFiles.systemZone(environment: environment)
    let chosenZone = try invocation.zone
    now = try Clock(invocation, zone: chosenZone ?? systemZone).now
    var records: [Record] = []
    var users: [User] = []
    var skipped: [String] = []
    var savedAt = now()
    var isPartial = false
    for path in invocation.files {
      let file = try SavedFile(path)
      let saved: SavedRecords
      do throws(SavedError) {
        saved = try SavedRecords(file.contents, file: file.name)
      } catch {
        throw Stop(.failed, error.sentence)
      }
      records += saved.records
      users += saved.users
      skipped += saved.skipped
      if !saved.records.isEmpty {
        savedAt = min(savedAt, file.savedAt ?? savedAt)
        isPartial = isPartial || saved.isPartial
      }
    }
    let name = SavedFile.shortName(invocation.files.first ?? "")
    title = invocation.files.count > 1 ? "\(name) +\(invocation.files.count - 1)" : name
    let directory = Directory(users: users, of: records)
    self.directory = directory
    self.records = records.map { record in
      var record = record
      if let number = directory.number(of: record.user.id) { record.user = directory[number] }
      return record
    }
    zone = Zone.ofSaved(records, chosen: chosenZone, system: systemZone)
    self.savedAt = savedAt
    self.isPartial = isPartial
    if !skipped.isEmpty {
      notices.append("Left out, since they cannot be read: \(skipped.listed).")
    }
    if isPartial { notices.append("\(title) is not complete: there were further records.") }
  }

  /// The records in windows, for screens; nil when none of them states its period.
  var core: SavedCore? {
    SavedCore(
      records, directory: directory, zone: zone, savedAt: savedAt, isPartial: isPartial)
  }

  /// What the dashboard looks at. Throws when there is nothing that a screen can show.
  func source() throws(Stop) -> DashboardSource {
    guard !records.isEmpty else {
      throw Stop(
        .failed,
        "\(title) has no records of interactions or activity: name a file that has, as rapport"
          + " interactions -o json prints it.")
    }
    guard let core else {
      throw Stop(
        .failed,
        "No record of \(title) states its start_time and end_time, so that no screen can show it;"
          + " -o table prints them.")
    }
    var notices = notices
    if core.unplaced > 0 {
      notices.append("\(core.unplaced) records state no period and are on no screen.")
    }
    return DashboardSource(
      accounts: [Account(key: title, name: title, title: title, zone: core.zone)],
      notice: notices.isEmpty ? nil : notices.joined(separator: " "), now: now,
      saved: core.extent, teams: teams,
      resource: core.resources.contains(.interactions) ? .interactions : .activity
    ) { query, _ in
      AsyncStream { stream in
        stream.yield(core.snapshot(for: query))
        stream.finish()
      }
    }
  }
}
