import Configuration
import Records

/// The API token of the environment, wherever that has it.
enum Token {
  case value(String)
  /// The path of a file, which is read anew each time: a new token is taken without a restart.
  case file(String)

  /// Nil where the environment has none. A file is the more specific of the two.
  init?(_ environment: [String: String]) {
    if let path = environment["TRUTO_API_TOKEN_FILE"], !path.isEmpty {
      self = .file(path)
    } else if let value = environment["TRUTO_API_TOKEN"], !value.isEmpty {
      self = .value(value)
    } else {
      return nil
    }
  }

  /// What to do where there is none.
  static let advice =
    "There is no token: put it into the environment as TRUTO_API_TOKEN, or into a file that"
    + " TRUTO_API_TOKEN_FILE names"

  /// The variable that it comes from.
  var variable: String {
    switch self {
    case .value: "TRUTO_API_TOKEN"
    case .file: "TRUTO_API_TOKEN_FILE"
    }
  }

  /// The token itself; throws when its file cannot be read, or by too many.
  func read() throws(Failure) -> String {
    switch self {
    case .value(let value): return value
    case .file(let path):
      do throws(ConfigurationError) {
        return try SecretFile.text(of: path)
      } catch {
        throw Failure(.misconfigured, "TRUTO_API_TOKEN_FILE: \(error.description)")
      }
    }
  }
}
