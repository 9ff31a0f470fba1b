import DataCore
import Glibc
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
    let chosenZone = try Connection.chosenZone(invocation)
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
      account: title, title: title, zone: core.zone,
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

/// The contents of one file, or of stdin.
private struct SavedFile {
  /// What it is called in sentences.
  let name: String
  let contents: [UInt8]
  /// When it was written last; nil for what is no regular file.
  let savedAt: Timestamp?

  /// More would not fit into memory together with what it is made into.
  private static let limit = 512 << 20

  init(_ path: String) throws(Stop) {
    let isInput = path == "-"
    name = isInput ? "stdin" : path
    guard !isInput || isatty(STDIN_FILENO) == 0 else {
      throw Stop(
        .usage, "There is nothing to read on stdin: pipe the JSON into it, or name a file.")
    }
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SavedFile.unreadable(path) }
    defer { if !isInput { close(file) } }
    var status = stat()
    let isRegular = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let written = status.st_mtim
    savedAt =
      isRegular
      ? Timestamp(milliseconds: Int64(written.tv_sec) * 1000 + Int64(written.tv_nsec) / 1_000_000)
      : nil
    contents = try SavedFile.contents(of: file, size: isRegular ? Int(status.st_size) : 0, name)
  }

  private static func contents(
    of file: Int32, size: Int, _ name: String
  ) throws(Stop) -> [UInt8] {
    var contents: [UInt8] = []
    contents.reserveCapacity(min(size, limit))
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { return contents }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(name)
      }
      contents += buffer[..<count]
      guard contents.count <= limit else {
        throw Stop(
          .failed,
          "\(name) is larger than \(limit >> 20) MB: split it into files with fewer records.")
      }
    }
  }

  private static func unreadable(_ name: String) -> Stop {
    Stop(
      .failed, "\(name) cannot be read: \(String(cString: strerror(errno))); name another file.")
  }

  /// The last part of a path.
  static func shortName(_ path: String) -> String {
    path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
  }
}
