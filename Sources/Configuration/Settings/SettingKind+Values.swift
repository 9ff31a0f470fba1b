internal import Canvas
internal import Records

extension SettingKind where Value == SecretSource {
  /// Where a secret is. What stands there instead may be the secret, and is never quoted.
  static func secret(_ paths: Paths) -> SettingKind {
    let ways = ["env", "file", "command"].map { way in
      SettingEntry(
        name: way, help: "", shape: way == "command" ? .list(.text) : .text, standard: nil,
        example: nil, isRequired: true)
    }
    return whole(.either(ways.map { .group([$0]) })) { (node) throws(ConfigurationError) in
      guard case .mapping(let entries) = node.value, entries.count == 1 else {
        throw node.error(
          "A secret is not written here: say where it is, as {env: NAME}, {file: PATH} or"
            + " {command: [WORD, WORD]}.")
      }
      try node.allowOnly(ways.map(\.name), "the place of a secret")
      let place = entries[0].value
      switch entries[0].key {
      case "env": return .environment(try place.text("the name of a variable"))
      case "file": return .file(paths.path(try place.text("the path of a file"), in: node))
      default: return .command(try command(place))
      }
    }
  }

  private static func command(_ node: YAMLNode) throws(ConfigurationError) -> [String] {
    guard case .sequence(let items) = node.value, !items.isEmpty else {
      throw node.error(
        "A command is a list of words, as in [pass, show, truto]: it runs without a shell.")
    }
    var words: [String] = []
    for item in items { words.append(try item.text("a word of a command")) }
    return words
  }
}

extension SettingKind where Value == Target {
  /// The band that a metric should lie in, or `none`.
  static let target: SettingKind = {
    let bound = SettingShape.either([.number(-1e9...1e9), .pattern("^[0-9]+:[0-5][0-9]$")])
    let bounds = [("min", "The least value within."), ("max", "The greatest value within.")].map {
      SettingEntry(
        name: $0, help: $1, shape: bound, standard: nil, example: nil, isRequired: false)
    }
    return whole(.either([.group(bounds), .word(["none"])])) { (node) throws(ConfigurationError) in
      if node.value == .scalar("none") { return Target() }
      try node.allowOnly(bounds.map(\.name), "a target, which is {min: 0.6, max: 1} or none")
      let target = Target(lower: try node["min"]?.bound(), upper: try node["max"]?.bound())
      if let lower = target.lower, let upper = target.upper, lower > upper {
        throw node.error("This target's min is above its max; write the smaller number as min.")
      }
      return target
    }
  }()
}

extension YAMLNode {
  /// A number, or minutes and seconds as `2:30`.
  fileprivate func bound() throws(ConfigurationError) -> Double {
    let text = try text("a number")
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, let minutes = Int(parts[0]), let seconds = Int(parts[1]), minutes >= 0,
      (0..<60).contains(seconds)
    {
      return Double(60 * minutes + seconds)
    }
    guard let number = Double(text), number.isFinite else {
      throw error("\(quoted(text)) is no bound; write a number, or minutes and seconds as 2:30.")
    }
    return number
  }
}

extension SettingKind where Value == Unit {
  private static let units: KeyValuePairs<String, Unit> = [
    "none": .score, "seconds": .seconds, "minutes": .duration, "per-minute": .perMinute,
    "per-hour": .perHour, "count": .count,
  ]

  static let unit = SettingKind.whole(.word(units.map(\.key))) {
    (node) throws(ConfigurationError) in
    let word = try node.word(among: units.map(\.key), "a unit")
    return units.first { $0.key == word }?.value ?? .score
  }
}

extension SettingKind where Value == RangeChoice {
  static let range = SettingKind.whole(.text, write: { $0.text(today: Day(number: 0)) }) {
    (node) throws(ConfigurationError) in
    let text = try node.text("a range")
    do throws(RangeError) {
      return try RangeChoice(text: text)
    } catch {
      throw node.error(error.sentence)
    }
  }
}

extension SettingKind where Value == TeamSetting {
  /// Teams with their users, and under the key `file` the path of more.
  static func teams(_ paths: Paths) -> SettingKind {
    let users = SettingKind<[String]>.list(.text("a user's id or address"), "users")
    return SettingKind(shape: .named(names: nil, .either([users.shape, .text]))) {
      node, mistakes in
      let entries = mistakes.take { () throws(ConfigurationError) in
        try node.entries("a group of teams")
      }
      guard let entries else { return nil }
      var teams = TeamSetting()
      for entry in entries where !entry.value.isNothing {
        if entry.key == "file", case .scalar(let path) = entry.value.value {
          teams.file = paths.path(path, in: node)
        } else if let members = users.read(entry.value, &mistakes) {
          teams.users.append(Named(name: entry.key, value: members, place: entry.keyNode))
        }
      }
      return teams
    }
  }
}

extension SettingKind where Value == [String] {
  /// The columns of a board: those it has, and the provider's own metrics as
  /// `additional_metrics.NAME`.
  static func columns(_ names: [String]) -> SettingKind {
    let column = SettingKind<String>.whole(
      .either([.word(names), .pattern("^additional_metrics\\..+$")])
    ) { (node) throws(ConfigurationError) in
      let name = try node.text("a column")
      return name.hasPrefix("additional_metrics.") ? name : try node.word(among: names, "a column")
    }
    return list(column, "columns")
  }
}

/// Makes paths of a configuration absolute: `~/` is the user's folder, and other relative paths are
/// those beside the file.
struct Paths: Sendable {
  let home: String?

  func path(_ text: String, in node: YAMLNode) -> String {
    if text.hasPrefix("/") { return text }
    if text.hasPrefix("~/"), let home { return home + text.dropFirst() }
    guard let slash = node.file.lastIndex(of: "/") else { return text }
    return node.file[...slash] + text
  }
}
