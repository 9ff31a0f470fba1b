import Configuration
import Dashboard
import Glibc

/// The configuration of a user: its file, if there is one, and what it says.
struct UserSettings {
  /// Where the file is, or would be.
  let path: String
  /// Whether there is a file.
  let isThere: Bool
  let settings: Settings
  /// Which key does what.
  let keys: KeyMap

  /// What should be said of the file, once.
  var notice: String? { isThere ? SettingFindings.exposure(of: path) : nil }

  /// Reads the file of `--config`, which has to be there, else that of the user's folder, which
  /// need not be. Throws the first mistake in it.
  init(
    _ invocation: Invocation, _ directories: Directories, _ environment: [String: String]
  ) throws(Stop) {
    let file = SettingsFile(invocation, directories, environment)
    path = file.path
    isThere = file.isThere
    do throws(SettingMistakes) {
      (settings, keys) = try file.read()
    } catch {
      let more =
        error.all.count > 1 ? " (and \(error.all.count - 1) more: rapport config check)" : ""
      throw Stop(.configuration, "\(error.all[0].description)\(more)")
    }
  }
}

/// The file of a user's configuration.
struct SettingsFile {
  let path: String
  private let isNamed: Bool
  private let table: SettingsTable

  init(
    _ invocation: Invocation, _ directories: Directories, _ environment: [String: String]
  ) {
    let named = invocation[.config]
    path = named ?? directories.configFile
    isNamed = named != nil
    table = SettingsTable.rapport(environment)
  }

  /// Whether there is a file, be it one that cannot be read.
  var isThere: Bool { isNamed || access(path, F_OK) == 0 }

  /// What the file says; the defaults where there is none. Throws everything that is wrong.
  func read() throws(SettingMistakes) -> (settings: Settings, keys: KeyMap) {
    guard isThere else { return (Settings(), .standard) }
    if let error = SettingsFile.danger(path) { throw SettingMistakes(all: [error]) }
    let settings = try table.read(path)
    return (settings, try KeyMap(settings.keys, file: path))
  }

  /// What is wrong when others may change what the program does: it can run commands.
  private static func danger(_ path: String) -> ConfigurationError? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o022 != 0 else { return nil }
    return ConfigurationError(
      file: path,
      "Others than its owner may change this file, which can name commands; take that from them"
        + " with chmod 600.")
  }
}

extension Directories {
  /// Where the configuration belongs.
  var configFile: String { config + "/config.yaml" }
}
