/// The commands of the program.
enum Command: String, CaseIterable {
  case dashboard
  case interactions
  case activity
  case users
  case conversations
  case sync
  case open
  case snapshot
  case status
  case doctor
  case cache
  case config
  case themes
  case simulate
  case keys
  case completions
  case man

  /// What it does, in a sentence for `--help`.
  var help: String {
    switch self {
    case .dashboard: "Open the dashboard; the command may be left out."
    case .interactions: "Print interaction records: how the team talks."
    case .activity: "Print activity records: what the team does."
    case .users: "Print the users of the account."
    case .conversations:
      "Print the conversations of a Talkdesk account; -o text prints what was said."
    case .sync: "Fill the cache: 90 days by day of both resources, or what the options say."
    case .open: "Look at saved JSON in the same screens; into a pipe or with -o, print it."
    case .snapshot: "Draw one frame of the dashboard without a terminal."
    case .status: "Say how fresh every account's data is; the exit code says it too."
    case .doctor:
      "Check the configuration, the account, the cache and the terminal, and say what to do."
    case .cache: "Say how large the cache is, empty it, or remove what is too old."
    case .config:
      "Say where the configuration is, print or check all settings, list its accounts, or print the"
        + " JSON schema."
    case .themes: "List the themes: name, dark or light, and where each is from."
    case .simulate: "Run the simulator in the foreground, for trying a client on it."
    case .keys: "Print every action of the dashboard with its keys."
    case .completions: "Print the script that completes command lines in a shell."
    case .man: "Print the manual page."
    }
  }

  /// What it can do, by a second word; empty for a command that does one thing.
  var actions: [String] {
    switch self {
    case .cache: CacheCommand.Action.allCases.map(\.rawValue)
    case .config: ConfigCommand.Action.allCases.map(\.rawValue)
    case .completions: Completions.allCases.map(\.rawValue)
    default: []
    }
  }

  /// How it is written, but for its options.
  var synopsis: String {
    let actions = actions.isEmpty ? "" : " \(actions.joined(separator: "|"))"
    let files = needsFiles ? " FILE…" : takesFiles ? " [FILE…]" : ""
    return rawValue + actions + files
  }

  /// Whether it can read saved records from files, and whether it does nothing else.
  var takesFiles: Bool { needsFiles || self == .snapshot }
  var needsFiles: Bool { self == .open }

  /// Lines to try, without the name of the program.
  var examples: [String] {
    switch self {
    case .dashboard: ["--demo", "--integrated-account ID --range 90d --by month"]
    case .interactions:
      [
        "interactions --demo --range last-week --by day -o csv", "interactions --offline -o ndjson",
        "interactions --demo --response-format debug --limit 1",
      ]
    case .activity: ["activity --demo --range 7d -o json"]
    case .users: ["users --demo"]
    case .conversations:
      [
        "conversations --account NAME --range 7d -o ndjson",
        "conversations --account NAME --conversation ID -o text",
      ]
    case .sync: ["sync --demo", "sync --integrated-account ID --watch 3600"]
    case .open: ["open saved.json", "open saved.ndjson users.json -o csv > saved.csv"]
    case .snapshot: ["snapshot --demo --screen team --size 120x40 --format svg > team.svg"]
    case .status: ["status", "status -o json"]
    case .doctor: ["doctor --integrated-account ID", "doctor -o json"]
    case .cache: ["cache size", "cache clear --integrated-account ID", "cache prune --retain 200"]
    case .config: ["config path", "config print > ~/.config/rapport/config.yaml", "config check"]
    case .themes: ["themes", "themes -o json"]
    case .simulate:
      ["simulate --port 8080", "simulate --port 8080 --faults rate-limit,stall --rate 0.1"]
    case .keys: ["keys"]
    case .completions: ["completions bash > ~/.local/share/bash-completion/completions/rapport"]
    case .man: ["man | man -l -"]
    }
  }
}
