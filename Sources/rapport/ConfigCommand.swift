import Canvas
import Configuration
import Glibc

/// `rapport config`: where the configuration is, what can be in it, what is wrong with it, and which
/// accounts it has.
struct ConfigCommand {
  /// What can be done with the configuration.
  enum Action: String, CaseIterable { case path, print, check, accounts, schema }

  let invocation: Invocation
  let directories: Directories
  let environment: [String: String]

  func run() throws(Stop) -> ExitCode {
    switch invocation.action.flatMap(Action.init) ?? .path {
    case .path: try places.print()
    case .print: try Output.write(SettingsText.file(SettingsTable.rapport(environment).entries))
    case .accounts: try accounts().print()
    case .schema: try Output.write(SettingsSchema.text(SettingsTable.rapport(environment).entries))
    case .check: return try check()
    }
    return .fine
  }

  /// The accounts of the file with their providers, in its order.
  private func accounts() throws(Stop) -> TextTable {
    let settings = try UserSettings(invocation, directories, environment).settings
    return TextTable(
      [TextTable.Column(title: "NAME"), TextTable.Column(title: "PROVIDER")],
      rows: settings.accounts.map { [$0.name, $0.value.provider.rawValue] })
  }

  private var file: SettingsFile { SettingsFile(invocation, directories, environment) }

  /// Where things are, each with whether it is there.
  private var places: TextTable {
    let schema = themes.folders.map { parent(of: $0) + "/config.schema.json" }
    let paths = [
      ("configuration", file.path), ("teams", "\(directories.config)/teams.csv"),
      ("themes", "\(directories.config)/themes"),
      ("cache", Cache.path(directories, isDemo: false)),
      ("choices", "\(directories.state)/views.json"), ("log", "\(directories.state)/rapport.log"),
      ("schema", schema.first { access($0, F_OK) == 0 } ?? ""),
    ]
    let rows = paths.filter { !$0.1.isEmpty }.map { name, path in
      [name, access(path, F_OK) == 0 ? "there" : "none yet", path]
    }
    return TextTable(
      [
        TextTable.Column(title: "WHAT"), TextTable.Column(title: "IS", rank: 1),
        TextTable.Column(title: "PATH"),
      ], rows: rows)
  }

  /// Prints everything that is wrong, a line each, as compilers do.
  private func check() throws(Stop) -> ExitCode {
    let file = file
    guard file.isThere else {
      try Output.write(
        "There is no \(file.path), so that everything is at its default; rapport config print shows"
          + " what can be in it.\n")
      return .fine
    }
    let settings: Settings
    do throws(SettingMistakes) {
      settings = try file.read().settings
    } catch {
      for mistake in error.all { try Output.write("\(mistake.description.harmless)\n") }
      return .configuration
    }
    let findings = SettingFindings(settings, file: file.path, themes: themes)
    for sentence in findings.mistakes + findings.warnings {
      try Output.write("\(sentence.harmless)\n")
    }
    guard findings.mistakes.isEmpty else { return .configuration }
    let (accounts, teams) = (settings.accounts.count, settings.teams.users.count)
    try Output.write(
      "\(file.path.harmless) is fine: \(accounts) account\(accounts == 1 ? "" : "s"), \(teams)"
        + " team\(teams == 1 ? "" : "s").\n")
    return .fine
  }

  private var themes: ThemeCatalogue {
    ThemeCatalogue(directories: directories, executable: Executable.path)
  }
}
