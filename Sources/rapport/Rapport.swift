import CMalloc
import Configuration
import DataCore
import Dispatch
import Glibc
import Records
import Synchronization

/// The version that `--version` prints.
let version = "0.1.0"

@main
struct Rapport {
  static func main() {
    // Each thread would get a heap of its own, most of it unused; few allocate at the same time.
    mallopt(M_ARENA_MAX, 2)
    Output.holdStandardStreams()
    let code: ExitCode
    do throws(Stop) {
      code = try run(Invocation(Array(CommandLine.arguments.dropFirst())))
    } catch {
      Output.say(error.sentence)
      code = error.code
    }
    Output.end(with: code)
  }

  private static func run(_ invocation: Invocation) throws(Stop) -> ExitCode {
    if invocation.has(.version) {
      try Output.write("rapport \(version)\n")
      return .fine
    }
    if invocation.has(.help) {
      try Output.write(Help.text(invocation.command))
      return .fine
    }
    if let text = aboutItself(invocation) {
      try Output.write(text)
      return .fine
    }
    let environment = Environment.read()
    if invocation.command == .simulate {
      return try SimulateCommand(invocation: invocation, environment: environment).run()
    }
    let directories = try Rapport.directories(environment)
    switch invocation.command {
    case .config:
      return try ConfigCommand(
        invocation: invocation, directories: directories, environment: environment
      ).run()
    case .themes:
      let catalogue = ThemeCatalogue(directories: directories, executable: Executable.path)
      return try ThemesCommand(catalogue: catalogue, format: ReportFormat(invocation)).run()
    default: return try runConfigured(invocation, directories, environment)
    }
  }

  /// Runs a command that the configuration has a say in.
  private static func runConfigured(
    _ given: Invocation, _ directories: Directories, _ environment: [String: String]
  ) throws(Stop) -> ExitCode {
    let user = try UserSettings(given, directories, environment)
    var invocation = given
    (invocation.settings, invocation.keys) = (user.settings, user.keys)
    invocation.notice = user.notice
    if Option.team.commands.contains(invocation.command ?? .dashboard) {
      invocation.teams = try TeamFile.read(invocation, directories)
    }
    switch invocation.command {
    case .keys:
      try Output.write(KeyTable.text(user.keys))
      return .fine
    case .status:
      let status = try StatusCommand(
        invocation, directories: directories, environment: environment)
      return try waiting { () throws(Stop) in try await status.run() }
    case .doctor:
      let doctor = try DoctorCommand(
        invocation, directories: directories, environment: environment)
      return try waiting { () throws(Stop) in try await doctor.run() }
    case .cache:
      let cache = try CacheCommand(
        invocation, directories: directories, environment: environment)
      return try waiting { () throws(Stop) in try await cache.run() }
    default: return try showRecords(invocation, user, directories, environment)
    }
  }

  /// What a command prints that is about the program alone; nil for others.
  private static func aboutItself(_ invocation: Invocation) -> String? {
    switch invocation.command {
    case .completions: invocation.action.flatMap(Completions.init)?.script
    case .man: ManPage.text
    default: nil
    }
  }

  /// Runs a command that shows or prints records, saved ones or an account's.
  private static func showRecords(
    _ invocation: Invocation, _ user: UserSettings, _ directories: Directories,
    _ environment: [String: String]
  ) throws(Stop) -> ExitCode {
    let appearance = try Appearance(
      invocation, directories: directories, environment: environment)
    if let mistake = appearance.mistake, !invocation.isInteractive { Output.say(mistake) }
    // What the options say is checked before anything is opened or sent.
    _ = try (invocation.range, invocation.granularity, invocation.requestsPerSecond)
    let live = try LiveOptions(invocation)
    let command = invocation.command ?? .dashboard
    if !invocation.files.isEmpty {
      var files = try SavedFiles(invocation, environment: environment)
      files.teams = invocation.teams
      return try open(files, invocation, appearance, stateFolder: directories.state)
    }
    let accounts = try AccountList(invocation, environment: environment)
    if command == .dashboard {
      if accounts.accounts.isEmpty, WelcomeCommand.isPossible {
        return try welcome(appearance, user, directories, environment)
      }
      let fleet = try waiting { () throws(Stop) in
        if accounts.all.count == 1 { try await accounts.checkCredentials() }
        return try await Fleet(
          accounts, invocation, directories: directories, environment: environment)
      }
      let names = accounts.accounts.map { ($0.key, $0.memory) }
      let code = try DashboardCommand(
        invocation: invocation, source: fleet.source(invocation.teams), appearance: appearance,
        stateFolder: directories.state,
        memory: Memory(
          folder: directories.state, names: Dictionary(names, uniquingKeysWith: { $1 }))
      ).run()
      try waiting { () throws(Stop) in await fleet.close() }
      return code
    }
    return try waiting { () throws(Stop) in
      // Of several accounts that are synced, none keeps the others from their turn.
      if command != .sync || accounts.all.count < 2 { try await accounts.checkCredentials() }
      let fleet = try await Fleet(
        accounts, invocation, directories: directories, environment: environment)
      if let notice = fleet.notice { Output.say(notice) }
      if command == .sync {
        // It leaves no log of its writing behind.
        let code = try await SyncCommand(invocation, fleet).run()
        await fleet.close()
        return code
      }
      guard command == .snapshot else {
        let connection = try await fleet.first()
        if let live { return try await LiveCommand(live, invocation, connection).run(command) }
        return try await print(command, invocation, connection)
      }
      return try await SnapshotCommand(
        invocation, fleet.source(invocation.teams),
        appearance.preferences(keys: invocation.keys)
      ).run()
    }
  }

  /// What somebody sees who has set nothing up yet, and the demo if that is what they want.
  private static func welcome(
    _ appearance: Appearance, _ user: UserSettings, _ directories: Directories,
    _ environment: [String: String]
  ) throws(Stop) -> ExitCode {
    let command = WelcomeCommand(
      appearance: appearance, path: user.path,
      text: SettingsText.file(SettingsTable.rapport(environment).entries))
    guard try command.leadsToDemo() else { return .fine }
    return try runConfigured(Invocation(["--demo"]), directories, environment)
  }

  private static func print(
    _ command: Command, _ invocation: Invocation, _ connection: Connection
  ) async throws(Stop) -> ExitCode {
    let code: ExitCode
    switch command {
    case .interactions: code = try await PrintCommand(invocation, connection).run(.interactions)
    case .activity: code = try await PrintCommand(invocation, connection).run(.activity)
    // Whatever there is to say of the list of users is said with it.
    case .users: return try await PrintCommand(invocation, connection).runUsers()
    case .conversations: code = try await ConversationsCommand(invocation, connection).run()
    // The others do not print records.
    default: return .fine
    }
    for notice in await connection.core.notices { Output.say(notice) }
    return code
  }

  /// Runs a command on saved records, which needs no account.
  private static func open(
    _ files: SavedFiles, _ invocation: Invocation, _ appearance: Appearance, stateFolder: String
  ) throws(Stop) -> ExitCode {
    guard invocation.command == .snapshot else {
      return try OpenCommand(
        invocation: invocation, files: files, appearance: appearance, stateFolder: stateFolder
      ).run()
    }
    let source = try files.source()
    if let notice = source.notice { Output.say(notice) }
    return try waiting { () throws(Stop) in
      try await SnapshotCommand(
        invocation, source, appearance.preferences(keys: invocation.keys)
      ).run()
    }
  }

  private static func directories(_ environment: [String: String]) throws(Stop) -> Directories {
    do throws(ConfigurationError) {
      return try Directories(environment: environment)
    } catch {
      throw Stop(.configuration, error.description)
    }
  }

  /// Blocks the main thread, which has nothing else to do, until the work is done.
  private static func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(Stop) -> Value
  ) throws(Stop) -> Value {
    let outcome = Mutex<Result<Value, Stop>?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task(executorPreference: QuietExecutor.shared) {
      let result: Result<Value, Stop>
      do throws(Stop) {
        result = .success(try await work())
      } catch {
        result = .failure(error)
      }
      outcome.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    guard let result = outcome.withLock({ $0 }) else {
      throw Stop(.failed, "The work ended without a result.")
    }
    return try result.get()
  }
}
