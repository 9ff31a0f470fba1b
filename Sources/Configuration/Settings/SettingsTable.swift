package import Records

/// The names of other parts of the program that settings may have, since a configuration knows none
/// of these parts.
package struct Vocabulary: Sendable {
  /// The actions that keys can be bound to.
  package let actions: [String]
  /// Why a name is none of a key; nil for a key's.
  package let whyNoKey: @Sendable (String) -> String?
  /// The columns of each board.
  package let columns: [Resource: [String]]
  /// The sets of characters that pictures are made of.
  package let glyphs: [String]
  /// The kinds of charts.
  package let charts: [String]
  /// The parts of the world in which Talkdesk keeps accounts.
  package let regions: [String]
  /// Whether the system knows a time zone of this name.
  package let isZone: @Sendable (String) -> Bool

  /// The names that there are.
  package init(
    actions: [String], whyNoKey: @escaping @Sendable (String) -> String?,
    columns: [Resource: [String]], glyphs: [String], charts: [String], regions: [String],
    isZone: @escaping @Sendable (String) -> Bool
  ) {
    self.actions = actions
    self.whyNoKey = whyNoKey
    self.columns = columns
    self.glyphs = glyphs
    self.charts = charts
    self.regions = regions
    self.isZone = isZone
  }
}

/// The one table of settings: what is read, printed and said about them is made from it.
package struct SettingsTable: Sendable {
  let settings: [Setting<Settings>]

  /// The table with these names; `home` is the folder that `~` stands for.
  package init(_ vocabulary: Vocabulary, home: String?) {
    let paths = Paths(home: home)
    settings =
      [
        Setting(
          "accounts", \.accounts, .accounts(vocabulary, paths),
          "The connections to providers, each under a name of your own. The first one is the one to"
            + " begin with."),
        Setting(
          "teams", \.teams, .teams(paths), example: "{Sales EMEA: [ana@example.com, 7782349]}",
          "Teams: lists of users by id or address. Under the key file, the path of a CSV file with a"
            + " line TEAM,USER for each user."),
        Setting(
          "team", \.team, .text("the name of a team"), example: "Sales EMEA",
          "The team to begin with; everyone without it."),
        Setting("range", \.range, .range, "The days to begin with, as --range has them."),
        Setting("by", \.granularity, .choice("a granularity"), "The periods of the trend."),
        Setting(
          "columns", \.columns, .columns(vocabulary),
          example: "{interactions: [user, calls, patience, patience-change, trend]}",
          "The columns of the boards in their order; those that fit without it. A metric of the"
            + " provider's own is additional_metrics.NAME."),
        Setting(
          "keys", \.keys, .keys(vocabulary), example: "{sort: [s, F11], pause: []}",
          "The keys of actions, in place of the usual ones: a key, a list, or none as []. rapport"
            + " keys lists actions and keys."),
        Setting(
          "theme", \.theme, .text("the name of a theme"),
          "A theme by name or by file; rapport themes lists them."),
        Setting(
          "charts", \.charts, .charts(vocabulary), "How pictures are drawn."),
        Setting(
          "mouse", \.mouse, .flag,
          "Whether the mouse selects and scrolls; the terminal then selects text with Shift only."),
        Setting(
          "plain", \.isPlain, .flag,
          "Whether the dashboard is words alone, a fact a line, for screen readers, as with --plain."
        ),
      ] + Setting<Settings>.terms(\.terms)
  }

  /// What is known of each setting, in the order of the file.
  package var entries: [SettingEntry] { settings.map(\.entry) }
}

extension Setting where Group: SettingGroup {
  /// The settings that an account can have as well as all of them together.
  static func terms(_ place: any WritableKeyPath<Group, Terms> & Sendable) -> [Setting] {
    [
      Setting<Terms>(
        "refresh", \.refresh, .duration, example: "30m",
        "After how long what can still change is fetched again: 90s, 30m, 2h, 1d."),
      Setting<Terms>(
        "settle", \.settle, .days, example: "3d",
        "How long after its end a period can still change."),
      Setting<Terms>(
        "retain", \.retain, .days, example: "400d",
        "How long after its end a period is kept in the cache."),
      Setting<Terms>(
        "min_calls", \.minimumCalls, .number(0...1e6, "number of calls"), example: "5",
        "Values of fewer calls are muted, and never the best or worst."),
      Setting<Terms>(
        "targets", \.targets, .named(Metric.allCases.map(\.rawValue), .target, "the targets"),
        example: "{patience: {min: 0.6, max: 1}, longest_monologue: {max: \"2:30\"}}",
        "The band that each metric should lie in, bounds included; none takes a target away."),
      Setting<Terms>(
        "units", \.units, .named(Metric.allCases.map(\.rawValue), .unit, "the units"),
        example: "{question_rate: per-hour}",
        "What the provider's numbers are: none, seconds, minutes (as 1:31), per-minute, per-hour."),
    ].map { $0.lifted(place) }
  }
}

extension SettingKind where Value == [Named<[String]>] {
  fileprivate static func keys(_ vocabulary: Vocabulary) -> SettingKind {
    .named(
      vocabulary.actions,
      .oneOrMore(.text("a key", refuse: vocabulary.whyNoKey), "keys"), "the keys")
  }

  fileprivate static func columns(_ vocabulary: Vocabulary) -> SettingKind {
    let boards = Resource.allCases.map(\.rawValue)
    // Which board it is decides what it can have.
    let each = Resource.allCases.map { resource in
      (resource, SettingKind<[String]>.columns(vocabulary.columns[resource] ?? []))
    }
    let entries = each.map { resource, kind in
      SettingEntry(
        name: resource.rawValue, help: "The columns of the board of \(resource.rawValue).",
        shape: kind.shape, standard: nil, example: nil, isRequired: false)
    }
    return SettingKind(shape: .group(entries)) { node, mistakes in
      let boards = SettingKind<[Named<YAMLNode>]>.named(boards, .node, "the boards")
        .read(node, &mistakes)
      return boards?.compactMap { board in
        each.first { $0.0.rawValue == board.name }?.1.read(board.value, &mistakes)
          .map { Named(name: board.name, value: $0, place: board.place) }
      }
    }
  }
}

extension SettingKind where Value == YAMLNode {
  /// Whatever stands there, for a reader of its own.
  fileprivate static let node = SettingKind(shape: .text) { node, _ in node }
}

extension SettingKind where Value == ChartSetting {
  fileprivate static func charts(_ vocabulary: Vocabulary) -> SettingKind {
    .group(
      [
        Setting(
          "glyphs", \.glyphs, .word(["auto"] + vocabulary.glyphs, "a set of characters"),
          "The characters that pictures are made of; auto is what suits the terminal."),
        Setting(
          "kind", \.kind, .word(vocabulary.charts, "a kind of chart"), "What charts are drawn of."),
      ], "the charts")
  }
}
