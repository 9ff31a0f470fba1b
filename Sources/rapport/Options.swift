import Wire

/// The options of the program, once: parsing and help read this table.
enum Option: String, CaseIterable {
  case demo
  case config
  case provider
  case integratedAccount = "integrated-account"
  case baseURL = "base-url"
  case tokenURL = "token-url"
  case account
  case range
  case by
  case timezone
  case user
  case team
  case conversation
  case teams
  case output
  case offline
  case refresh
  case maxAge = "max-age"
  case timeout
  case watch
  case responseFormat = "response-format"
  case keyBy = "key-by"
  case ignoreLimit = "ignore-limit"
  case ignoreRemoteData = "ignore-remote-data"
  case excludeField = "exclude-field"
  case remoteQuery = "remote-query"
  case limit
  case cursor
  case skipCall = "skip-api-call"
  case all
  case requestsPerSecond = "requests-per-second"
  case theme
  case color
  case plain
  case screen
  case size
  case format
  case port
  case faults
  case rate
  case users
  case days
  case retain
  case today
  case help
  case version

  /// What stands for the value in the help; nil for an option without one.
  var value: String? {
    switch self {
    case .demo, .offline, .refresh, .plain, .ignoreLimit, .ignoreRemoteData, .skipCall, .all, .help,
      .version:
      nil
    case .provider: "truto|talkdesk"
    case .integratedAccount: "ID"
    case .baseURL, .tokenURL: "URL"
    case .account: "NAME"
    case .range: "RANGE"
    case .by: "day|week|month|total"
    case .timezone: "NAME"
    case .user, .conversation: "ID"
    case .team: "NAME"
    case .teams, .config: "FILE"
    case .output: "table|json|ndjson|csv"
    case .maxAge, .timeout: "DURATION"
    case .watch: "SECONDS"
    case .responseFormat: ResponseFormat.allCases.map(\.rawValue).joined(separator: "|")
    case .keyBy, .excludeField: "FIELD"
    case .remoteQuery: "KEY=VALUE"
    case .limit: "N"
    case .cursor: "CURSOR"
    case .requestsPerSecond: "N"
    case .theme: "NAME"
    case .color: "auto|always|never"
    case .screen: ScreenName.all.joined(separator: "|")
    case .size: "COLSxROWS"
    case .format: "text|ansi|svg"
    case .port, .users, .days: "N"
    case .faults: "NAME,…"
    case .rate: "SHARE"
    case .retain: "DAYS"
    case .today: "DATE"
    }
  }

  /// The one-letter form, if any.
  var letter: Character? {
    switch self {
    case .output: "o"
    case .help: "h"
    case .version: "V"
    default: nil
    }
  }

  /// What it does, in a sentence for `--help`.
  var help: String {
    switch self {
    case .demo: "Use the built-in simulator; --demo=USERSxDAYS scales its team."
    case .config: "The configuration (config.yaml in the folder that rapport config path names)."
    case .provider: "The provider of the account; truto is what is meant without."
    case .integratedAccount: "The integrated account in Truto to read from."
    case .baseURL: "Where the API is; TRUTO_API_BASE_URL says the same."
    case .tokenURL: "Where a Talkdesk account gets its tokens."
    case .account: "The account to look at or to print, by name, where there are several."
    case .range: "7d, 30d, 90d, this-week, last-month, this-quarter or 2026-10-01..2026-11-01."
    case .by: "How long the periods are; printing gives the whole periods that the range touches."
    case .timezone: "The zone whose midnights bound the periods, as in Europe/Berlin."
    case .conversation: "Only the conversation with this id, among those of the range."
    case .user: "Only this user, by id or address; may be repeated."
    case .team: "Only this team, by name."
    case .teams: "The teams: a line TEAM,USER for each user (teams.csv of the configuration)."
    case .output: "How records are printed; a table on a terminal, else ndjson."
    case .offline: "Ask nobody; show what the cache has, with its age."
    case .refresh: "Fetch again what may have changed since it was cached."
    case .maxAge: "Fetch again what may have changed and is older: 90s, 30m, 2h, 1d (1h)."
    case .timeout: "Print what there is after this time, and say what is missing."
    case .watch: "Sync again and again, with so many seconds between."
    case .responseFormat: "Live: ask Truto now and print its answer as it came, in this form."
    case .keyBy: "Live: have the result as an object keyed by this field."
    case .ignoreLimit: "Live: have Truto ignore the limit."
    case .ignoreRemoteData: "Live: leave out the provider's own record."
    case .excludeField: "Live: leave out this field; may be repeated."
    case .remoteQuery:
      "Live: a parameter for the provider, as a=1, a.b=1 or a[b]=1; may be repeated."
    case .limit: "Live: at most so many records a page."
    case .cursor: "Live: the page that this cursor leads to."
    case .skipCall: "Live: have Truto answer without asking the provider."
    case .all: "Live: follow the cursors to the last page, one answer a line."
    case .requestsPerSecond: "At most so many requests a second (3, as Gong allows)."
    case .theme: "A theme by name or by file."
    case .color: "Whether to use colours; NO_COLOR is honoured."
    case .plain: "Words alone, a fact a line, for screen readers and logs."
    case .screen: "Which screen to draw."
    case .size: "How large the frame is (120x40)."
    case .format: "What to draw it as (text)."
    case .port: "The port to listen on."
    case .faults: "What to do wrong; rapport simulate --help lists the names."
    case .rate: "The share of the requests that go wrong, 0 to 1 (1)."
    case .users: "How many users the team has (48)."
    case .days: "How many days of history it has (400)."
    case .retain: "Keep windows that ended at most so many days ago (400)."
    case .today: "Pretend that it is this date."
    case .help: "Show this help."
    case .version: "Show the version."
    }
  }

  /// The commands that take it.
  var commands: [Command] {
    switch self {
    case .help, .version: Command.allCases
    case .demo, .provider, .integratedAccount, .baseURL, .tokenURL, .account:
      [
        .dashboard, .interactions, .activity, .users, .conversations, .sync, .snapshot, .status,
        .doctor, .cache,
      ]
    case .config:
      [
        .dashboard, .interactions, .activity, .users, .conversations, .sync, .open, .snapshot,
        .status, .doctor, .cache, .config, .keys,
      ]
    case .maxAge:
      [.dashboard, .interactions, .activity, .users, .conversations, .sync, .snapshot, .status]
    case .offline:
      [
        .dashboard, .interactions, .activity, .users, .conversations, .sync, .snapshot, .status,
        .doctor,
      ]
    case .refresh, .requestsPerSecond:
      [.dashboard, .interactions, .activity, .users, .conversations, .sync, .snapshot]
    case .timezone:
      [
        .dashboard, .interactions, .activity, .users, .conversations, .sync, .open, .snapshot,
        .status, .doctor,
      ]
    case .timeout: [.interactions, .activity, .conversations, .sync]
    case .watch: [.sync]
    case .range:
      [.dashboard, .interactions, .activity, .conversations, .sync, .open, .snapshot]
    case .by: [.dashboard, .interactions, .activity, .sync, .open, .snapshot]
    case .teams, .team:
      [.dashboard, .interactions, .activity, .users, .conversations, .open, .snapshot]
    case .user: [.interactions, .activity, .users, .conversations, .open, .snapshot]
    case .conversation: [.conversations]
    case .output:
      [
        .interactions, .activity, .users, .conversations, .sync, .open, .status, .doctor, .cache,
        .themes,
      ]
    case .responseFormat, .keyBy, .ignoreLimit, .ignoreRemoteData, .excludeField, .remoteQuery,
      .limit, .cursor, .skipCall, .all:
      [.interactions, .activity, .users]
    case .theme, .color, .plain: [.dashboard, .open, .snapshot]
    case .screen, .size, .format: [.snapshot]
    case .port, .faults, .rate, .users, .days: [.simulate]
    case .retain: [.cache]
    case .today:
      [
        .dashboard, .interactions, .activity, .users, .conversations, .sync, .snapshot, .status,
        .doctor, .cache, .simulate,
      ]
    }
  }
}

extension Option {
  /// Whether it says where records come from and what is counted as a day, whatever is done with
  /// them.
  var leadsToRecords: Bool {
    switch self {
    case .demo, .provider, .integratedAccount, .baseURL, .tokenURL, .timezone, .offline, .maxAge,
      .requestsPerSecond, .today:
      true
    default: false
    }
  }
}
