import Glibc

/// The environment variables that the program reads, as a value.
enum Environment {
  private static let names = [
    "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TRUTO_API_TOKEN",
    "TRUTO_API_TOKEN_FILE", "TRUTO_API_BASE_URL", "TZ", "TERM", "NO_COLOR", "COLORTERM",
    "SWIFT_BACKTRACE", "LC_ALL", "LC_CTYPE", "LANG",
  ]

  static func read() -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
