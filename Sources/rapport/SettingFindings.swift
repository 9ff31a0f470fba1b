import Configuration
import Glibc
import Wire

/// What is wrong with what settings lead to, though the settings are right themselves.
struct SettingFindings {
  /// What cannot work.
  private(set) var mistakes: [String] = []
  /// What should be looked at.
  private(set) var warnings: [String] = []

  /// Looks at the files and variables that settings name; commands are not run.
  init(_ settings: Settings, file: String, themes: ThemeCatalogue) {
    if let sentence = SettingFindings.exposure(of: file) { warnings.append(sentence) }
    for account in settings.accounts {
      for (setting, source) in account.value.secrets {
        check(source, "accounts.\(account.name).\(setting)")
      }
    }
    do throws(ConfigurationError) {
      _ = try themes.theme(named: settings.theme)
      if let path = settings.teams.file { _ = try TeamFile.list(path) }
    } catch {
      mistakes.append(error.description)
    }
  }

  /// What is said of a configuration that others can read; nil of one that they cannot.
  static func exposure(of file: String) -> String? {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & 0o044 != 0 else { return nil }
    return "\(file): Others than its owner can read this file, which says where secrets are;"
      + " chmod 600 keeps it private."
  }

  private mutating func check(_ source: SecretSource, _ setting: String) {
    switch source {
    case .environment(let name):
      if getenv(name) == nil {
        warnings.append("\(setting): The environment has no \(name) just now.")
      }
    case .file(let path):
      do throws(ConfigurationError) {
        _ = try SecretFile.text(of: path)
      } catch {
        mistakes.append("\(setting): \(error.description)")
      }
    case .command: break
    }
  }
}
