import Glibc

/// The environment variables that the program reads, once: what is known of the environment and the
/// manual page come from this table.
enum Variable: String, CaseIterable {
  case trutoToken = "TRUTO_API_TOKEN"
  case trutoTokenFile = "TRUTO_API_TOKEN_FILE"
  case trutoBaseURL = "TRUTO_API_BASE_URL"
  case talkdeskID = "TALKDESK_CLIENT_ID"
  case talkdeskIDFile = "TALKDESK_CLIENT_ID_FILE"
  case talkdeskSecret = "TALKDESK_CLIENT_SECRET"
  case talkdeskSecretFile = "TALKDESK_CLIENT_SECRET_FILE"
  case noColor = "NO_COLOR"
  case term = "TERM"
  case colorTerm = "COLORTERM"
  case tmux = "TMUX"
  case allLocale = "LC_ALL"
  case characterLocale = "LC_CTYPE"
  case language = "LANG"
  case timeZone = "TZ"
  case home = "HOME"
  case configHome = "XDG_CONFIG_HOME"
  case cacheHome = "XDG_CACHE_HOME"
  case stateHome = "XDG_STATE_HOME"
  case certificateBundle = "CURL_CA_BUNDLE"
  case certificateFile = "SSL_CERT_FILE"
  case certificateFolder = "SSL_CERT_DIR"
  case proxy = "HTTPS_PROXY"
  case noProxy = "NO_PROXY"
  case backtrace = "SWIFT_BACKTRACE"

  /// What it is for, in a sentence for the manual page.
  var meaning: String {
    switch self {
    case .trutoToken: "The token for Truto; it is never an option's value."
    case .trutoTokenFile: "A file with the token that only its owner may read."
    case .trutoBaseURL: "Where Truto's API is."
    case .talkdeskID: "The id of the client that Talkdesk gives tokens to."
    case .talkdeskSecret: "The secret of that client."
    case .talkdeskIDFile, .talkdeskSecretFile: "The same in a file that only its owner may read."
    case .noColor: "Any value takes the colours away."
    case .term: "What the terminal is; “dumb” takes the colours away."
    case .colorTerm: "“truecolor” says that the terminal has all colours."
    case .tmux: "Where it is set, what is copied goes through tmux."
    case .allLocale, .characterLocale, .language:
      "The locale, of which the encoding counts: without UTF-8 all is drawn in ASCII."
    case .timeZone: "The zone whose midnights bound the days where no account states one."
    case .home: "The folder in which the others are by default."
    case .configHome: "Where the folder of the configuration is (~/.config)."
    case .cacheHome: "Where the folder of the cache is (~/.cache)."
    case .stateHome: "Where the folder of views and the log is (~/.local/state)."
    case .certificateBundle, .certificateFile:
      "The file of certificates that are trusted in place of the system's."
    case .certificateFolder: "The folder of such files."
    case .proxy: "The proxy through which requests go."
    case .noProxy: "The hosts that are asked without it."
    case .backtrace: "How Swift reports a crash; by default the dashboard writes a report itself."
    }
  }
}

/// The environment, as a value.
enum Environment {
  static func read() -> [String: String] {
    var values: [String: String] = [:]
    for name in Variable.allCases.map(\.rawValue) {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
