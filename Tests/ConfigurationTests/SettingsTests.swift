import Records
import Testing

@testable import Configuration

@Suite struct SettingsTests {
  @Test(arguments: ["", "# nothing\n", "accounts:\nteams:\nkeys: ~\nteam: null\ncharts:\n"])
  func `what is left open is at its default`(text: String) throws {
    #expect(try SettingsScene.read(text) == Settings())
  }

  @Test func `every setting of the whole is read`() throws {
    let settings = try SettingsScene.read(
      """
      teams:
        EMEA: [ana@example.com, 77]
        file: teams.csv
      team: EMEA
      range: last-month
      by: day
      columns: {interactions: [user, patience, additional_metrics.Talk ratio]}
      keys:
        sort: [s, C-s]
        help: h
        quit: []
      theme: nord
      charts: {glyphs: ascii, kind: bar}
      mouse: yes
      plain: yes
      refresh: 90s
      settle: 2d
      retain: 90d
      min_calls: 3
      targets: {patience: {min: 0.5, max: 1}, longest_monologue: none}
      units: {question_rate: per-hour}
      """)
    #expect(settings.teams.users.map(\.name) == ["EMEA"])
    #expect(settings.teams.users.map(\.value) == [["ana@example.com", "77"]])
    #expect(settings.teams.file == "/etc/rapport/teams.csv")
    #expect(settings.team == "EMEA")
    #expect(settings.range == .unit(.month, back: 1))
    #expect(settings.granularity == .day)
    #expect(settings.columns.map(\.name) == ["interactions"])
    #expect(
      settings.columns.map(\.value) == [["user", "patience", "additional_metrics.Talk ratio"]])
    #expect(settings.keys.map(\.name) == ["sort", "help", "quit"])
    #expect(settings.keys.map(\.value) == [["s", "C-s"], ["h"], []])
    #expect(settings.theme == "nord")
    #expect(settings.charts.glyphs == "ascii" && settings.charts.kind == "bar")
    #expect(settings.mouse)
    #expect(settings.isPlain)
    #expect(settings.terms.refresh == 90 && settings.terms.settle == 2)
    #expect(settings.terms.retain == 90 && settings.terms.minimumCalls == 3)
    #expect(
      settings.terms.targets(besides: Target.defaults) == [
        .patience: Target(lower: 0.5, upper: 1), .longestCustomerStory: Target(lower: 60),
      ])
    #expect(
      settings.terms.units(besides: [.patience: .seconds]) == [
        .patience: .seconds, .questionRate: .perHour,
      ])
  }

  @Test func `every setting of an account is read`() throws {
    let settings = try SettingsScene.read(
      """
      accounts:
        acme:
          integrated_account: 4711
          token: {env: ACME_TOKEN}
          base_url: https://truto.example.com
          keep_raw: true
          time_zone: Europe/Berlin
          requests_per_second: 0.5
          daily_budget: 100
          refresh: 10m
          settle: 1d
          retain: 30d
          min_calls: 2
          targets: {longest_monologue: {max: "2:30"}}
          units: {interactivity: per-minute}
        centre:
          provider: talkdesk
          region: eu
          account: acme
          base_url: https://api.example.com
          token_url: https://id.example.com/token
          client_id: {file: ~/talkdesk.id}
          client_secret: {command: [pass, show, talkdesk]}
          keep_text: false
          speakers: {SUPERVISOR: neither}
      """)
    #expect(settings.accounts.map(\.name) == ["acme", "centre"])
    var acme = AccountSetting()
    acme.integratedAccount = "4711"
    acme.token = .environment("ACME_TOKEN")
    acme.baseURL = "https://truto.example.com"
    acme.keepsRaw = true
    acme.timeZone = "Europe/Berlin"
    acme.requestsPerSecond = 0.5
    acme.dailyBudget = 100
    acme.terms.refresh = 600
    acme.terms.settle = 1
    acme.terms.retain = 30
    acme.terms.minimumCalls = 2
    let account = settings.accounts[0]
    acme.terms.targets = account.value.terms.targets
    acme.terms.units = account.value.terms.units
    #expect(account.value == acme)
    #expect(account.value.terms.targets.map(\.value) == [Target(upper: 150)])
    #expect(account.value.terms.units.map(\.value) == [.perMinute])
    let centre = settings.accounts[1].value
    #expect(centre.provider == .talkdesk && centre.region == "eu" && centre.account == "acme")
    #expect(centre.baseURL == "https://api.example.com")
    #expect(centre.tokenURL == "https://id.example.com/token")
    #expect(centre.clientID == .file("/home/ana/talkdesk.id"))
    #expect(centre.clientSecret == .command(["pass", "show", "talkdesk"]))
    #expect(!centre.keepsText)
    #expect(centre.speakers.map(\.name) == ["SUPERVISOR"])
    #expect(centre.speakers.map(\.value) == [.neither])
  }

  @Test func `an account's own terms win over those for all`() throws {
    let settings = try SettingsScene.read(
      """
      refresh: 2h
      retain: 50d
      targets: {patience: {min: 1}, interactivity: {min: 3}}
      accounts:
        acme: {integrated_account: a, refresh: 5m, targets: {patience: none}}
      """)
    let terms = settings.terms(of: settings.accounts[0].value)
    #expect(terms.refresh == 300 && terms.retain == 50 && terms.settle == 3)
    #expect(terms.targets(besides: [:]) == [.interactivity: Target(lower: 3)])
  }

  @Test(arguments: [
    ("thme: nord", "1:1: \"thme\" is not known in the configuration; the nearest is \"theme\"."),
    ("keys: {sotr: s}", "1:8: \"sotr\" is not known in the keys; the nearest is \"sort\"."),
    ("keys: {sort: [Foo]}", "1:15: Foo is no key."),
    ("keys: {sort: {a: b}}", "1:14: Here a list of keys is expected, as in [ONE, TWO]."),
    (
      "keys: s",
      "1:7: Here the keys is expected, as lines of the form \"key: value\", not the text \"s\"."
    ),
    ("by: weak", "1:5: \"weak\" is not a granularity; the nearest is \"week\"."),
    ("mouse: maybe", "1:8: \"maybe\" is neither true nor false."),
    ("refresh: 5", "1:10: \"5\" is no duration; write 90s, 30m, 2h or 1d."),
    ("settle: 2h", "1:9: \"2h\" is no number of days; write it as in 3d."),
    ("min_calls: -1", "1:12: \"-1\" is no number of calls; write a number from 0 to 1000000."),
    ("charts: {kind: pie}", "1:16: \"pie\" is not a kind of chart; the nearest is \"line\"."),
    (
      "columns: {interactions: [patiense]}",
      "1:26: \"patiense\" is not a column; the nearest is \"patience\"."
    ),
    (
      "columns: {activity: [patience]}",
      "1:22: \"patience\" is not a column; the nearest is \"user\"."
    ),
    (
      "columns: {people: []}",
      "1:11: \"people\" is not known in the boards; the nearest is \"activity\"."
    ),
    (
      "targets: {patience: {min: 2, max: 1}}",
      "1:21: This target's min is above its max; write the smaller number as min."
    ),
    (
      "targets: {patience: {min: soon}}",
      "1:27: \"soon\" is no bound; write a number, or minutes and seconds as 2:30."
    ),
    ("units: {patience: hours}", "1:19: \"hours\" is not a unit; the nearest is \"count\"."),
    (
      "accounts: {a: {token: {env: T}}}",
      "1:15: \"integrated_account\" is missing in a Truto account: write integrated_account:"
        + " 0b6ee6b2-2c2f-4a39-9a1c-52e0f7d2a111."
    ),
    (
      "accounts: {a: {provider: talkdesk, region: eu}}",
      "1:12: A Talkdesk account needs its region and account, or base_url and token_url."
    ),
    (
      "accounts: {a: {integrated_account: x}, b: {integrated_account: x, refresh: 1h}}",
      "1:40: \"b\" is the same account as \"a\" in line 1; leave one of them out."
    ),
    (
      "accounts: {a: {provider: trutoo, integrated_account: b}}",
      "1:26: \"trutoo\" is not a provider; the nearest is \"truto\"."
    ),
    (
      "accounts: {a: {integrated_account: b, region: eu}}",
      "1:39: \"region\" is not known in a Truto account; the nearest is \"retain\"."
    ),
    (
      "accounts: {a: {integrated_account: b, time_zone: Mars}}",
      "1:50: \"Mars\" is no time zone of this system; write it as in Europe/Berlin or UTC."
    ),
    (
      "accounts: {a: {integrated_account: b, base_url: truto.one}}",
      "1:49: \"truto.one\" is no address; it begins with https:// (or http:// on this machine)."
    ),
    (
      "accounts: {a: {integrated_account: b, daily_budget: 0}}",
      "1:53: \"0\" is no number of requests; write a whole number from 1 to 1000000."
    ),
    (
      "accounts: {a: {integrated_account: b, token: {command: pass}}}",
      "1:56: A command is a list of words, as in [pass, show, truto]: it runs without a shell."
    ),
  ])
  func `a mistake is told with its place and what would be right`(text: String, mistake: String) {
    #expect(SettingsScene.mistakes(text) == [mistake])
  }

  @Test func `a secret that is written into the file is refused and not repeated`() {
    let mistakes = SettingsScene.mistakes("accounts: {a: {integrated_account: b, token: s3same}}")
    #expect(mistakes.count == 1)
    #expect(mistakes[0].hasPrefix("1:46: A secret is not written here: say where it is"))
    #expect(!mistakes[0].contains("s3same"))
  }

  @Test func `all mistakes are told at once, in the order of the file`() {
    let mistakes = SettingsScene.mistakes(
      """
      mouse: maybe
      accounts:
        a:
          tokn: {env: T}
          integrated_account: b
          settle: soon
      teams: {EMEA: 7}
      nothing: 1
      """)
    #expect(mistakes.map { $0.prefix { $0 != ":" } } == ["1", "4", "6", "7", "8"])
  }

  @Test func `what is no YAML is told as such`() {
    #expect(SettingsScene.mistakes("theme: [nord\n").first?.contains("This is not YAML") == true)
  }
}
