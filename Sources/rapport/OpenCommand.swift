import Canvas
import DataCore
import Glibc
import Records

/// `rapport open`: saved records on the dashboard, or printed where stdout is no terminal.
struct OpenCommand {
  let invocation: Invocation
  let files: SavedFiles
  let appearance: Appearance
  /// Where the report of a crash belongs.
  let stateFolder: String

  func run() throws(Stop) -> ExitCode {
    guard Output.isTerminal, !invocation.has(.output) else { return try print() }
    let source = try files.source()
    var keys = STDIN_FILENO
    if invocation.files.contains("-") {
      // Stdin was the records; the keys come from the terminal itself.
      keys = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard keys >= 0 else {
        throw Stop(
          .failed, "There is no terminal to read keys from: write -o table to print the records.")
      }
    }
    return try DashboardCommand(
      invocation: invocation, source: source, appearance: appearance,
      stateFolder: stateFolder, input: keys
    ).run()
  }

  private func print() throws(Stop) -> ExitCode {
    let printer = RecordPrinter(format: try OutputFormat(invocation))
    let users = try invocation.chosenUsers(files.directory)
    for notice in files.notices { Output.say(notice) }
    if files.records.isEmpty {
      let chosen = files.directory.users.indices.filter { index in
        users.map { $0.contains(UserNumber(index)) } ?? true
      }
      try printer.print(chosen.map { files.directory.users[$0] })
    } else {
      let isInRange = try rangeTest()
      let records = files.records.filter { record in
        guard isInRange(record) else { return false }
        guard let users, let user = files.directory.number(of: record.user.id) else { return true }
        return users.contains(user)
      }
      try printer.print(records)
    }
    return .fine
  }

  /// Whether a record's period lies in `--range` and has the granularity of `--by`.
  private func rangeTest() throws(Stop) -> (Record) -> Bool {
    let granularity = try invocation.granularity
    guard invocation.has(.range) || granularity != nil else { return { _ in true } }
    guard let core = files.core else { return { _ in false } }
    let range = invocation.has(.range) ? try invocation.range : nil
    let days = range.map { $0.span(today: core.extent.days.end) } ?? core.extent.days
    return { record in
      guard let period = core.period(of: record) else { return false }
      return days.contains(period.days) && granularity.map { $0 == period.granularity } ?? true
    }
  }
}
