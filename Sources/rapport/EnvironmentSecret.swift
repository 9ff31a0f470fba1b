import Configuration
import Records

/// A secret of the environment: in a variable, or in a file that another variable names.
struct EnvironmentSecret {
  /// What it is, in a word or two.
  let what: String
  /// The variable that has it; with `_FILE` behind its name, the one that names a file.
  let variable: String

  static let trutoToken = EnvironmentSecret(what: "token", variable: "TRUTO_API_TOKEN")
  static let talkdeskID = EnvironmentSecret(what: "client id", variable: "TALKDESK_CLIENT_ID")
  static let talkdeskSecret = EnvironmentSecret(
    what: "client secret", variable: "TALKDESK_CLIENT_SECRET")

  /// The variable that names its file.
  private var fileVariable: String { variable + "_FILE" }

  /// What to do where there is none.
  var advice: String {
    "There is no \(what): put it into the environment as \(variable), or into a file that"
      + " \(fileVariable) names"
  }

  /// The variable that it comes from; nil where there is none. A file is the more specific of the
  /// two.
  func source(_ environment: [String: String]) -> String? {
    [fileVariable, variable].first { !(environment[$0] ?? "").isEmpty }
  }

  /// The secret itself; throws when there is none, or when its file cannot be read, or by too many.
  /// A file is read anew each time: a new secret is taken without a restart.
  func read(_ environment: [String: String]) throws(Failure) -> String {
    guard let source = source(environment), let value = environment[source] else {
      throw Failure(.misconfigured, "\(advice), or try rapport --demo.")
    }
    guard source == fileVariable else { return value }
    do throws(ConfigurationError) {
      return try SecretFile.text(of: value)
    } catch {
      throw Failure(.misconfigured, "\(fileVariable): \(error.description)")
    }
  }
}
