/// The user's own folders for Rapport, by the XDG Base Directory Specification.
package struct Directories: Equatable, Sendable {
  /// Where the configuration and the user's themes are: `~/.config/rapport`.
  package let config: String
  /// Where the cache of records is, which can be fetched again: `~/.cache/rapport`.
  package let cache: String
  /// Where is what should outlive a restart but not a move: `~/.local/state/rapport`.
  package let state: String

  /// The folders by `XDG_CONFIG_HOME`, `XDG_CACHE_HOME`, `XDG_STATE_HOME` and `HOME` of an
  /// environment. A relative path in one of them is ignored, as the specification asks. Throws
  /// if a folder is neither named nor can be found from `HOME`.
  package init(environment: [String: String]) throws(ConfigurationError) {
    func folder(_ variable: String, in home: String) throws(ConfigurationError) -> String {
      if let named = Self.absolute(environment[variable]) { return named + "/rapport" }
      guard let user = Self.absolute(environment["HOME"]) else {
        throw ConfigurationError(
          "There is no home folder; set HOME or \(variable) to an absolute path.")
      }
      return user + "/" + home + "/rapport"
    }
    config = try folder("XDG_CONFIG_HOME", in: ".config")
    cache = try folder("XDG_CACHE_HOME", in: ".cache")
    state = try folder("XDG_STATE_HOME", in: ".local/state")
  }

  /// An absolute path without slashes at its end; nil for any other.
  private static func absolute(_ path: String?) -> String? {
    guard var path = path?[...], path.first == "/" else { return nil }
    while path.last == "/" { path = path.dropLast() }
    return String(path)
  }
}
