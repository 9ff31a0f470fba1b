/// The files that the program reads and writes by itself, once: the manual page and the README read
/// this table.
enum KnownFile: CaseIterable {
  case configuration, teams, themes, environment, cache, locks, views, log, crash
  case installedThemes, schema

  /// Where it is, with the folders that are usual.
  var path: String {
    switch self {
    case .configuration: "~/.config/rapport/config.yaml"
    case .teams: "~/.config/rapport/teams.csv"
    case .themes: "~/.config/rapport/themes/"
    case .environment: "~/.config/rapport/environment"
    case .cache: "~/.cache/rapport/rapport.sqlite"
    case .locks: "~/.cache/rapport/rapport.sqlite.locks, ….turns"
    case .views: "~/.local/state/rapport/views.json"
    case .log: "~/.local/state/rapport/rapport.log"
    case .crash: "~/.local/state/rapport/crash.txt"
    case .installedThemes: "/usr/share/rapport/themes/"
    case .schema: "/usr/share/rapport/config.schema.json"
    }
  }

  /// What is in it, in a sentence or two.
  var meaning: String {
    switch self {
    case .configuration: "Everything that can be set; rapport config print shows all of it."
    case .teams: "Teams, a line TEAM,USER for each user."
    case .themes: "Your own themes."
    case .environment: "Variables for the systemd unit rapport-sync, a line NAME=value for each."
    case .cache:
      "Records, users, and how many requests were sent. demo.sqlite is that of the demo."
    case .locks: "By these, several Rapports share one cache."
    case .views:
      "How you left each account (range, columns, filter, theme, place) and the views you saved."
    case .log: "A line for each request; beyond 4 MB it becomes rapport.log.1."
    case .crash: "Where in the program the last crash was, if there ever was one."
    case .installedThemes:
      "The themes that come with Rapport; beside the program if it is elsewhere."
    case .schema: "The JSON schema of the configuration, for editors."
    }
  }
}
