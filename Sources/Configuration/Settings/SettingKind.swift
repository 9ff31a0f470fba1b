internal import Canvas
internal import Records

/// A kind of value: what it looks like, how it is read, and how it is written.
struct SettingKind<Value: Sendable>: Sendable {
  let shape: SettingShape
  /// The value of a node; nil where it is none, which is among the mistakes then.
  let read: @Sendable (YAMLNode, inout Mistakes) -> Value?
  /// The value as YAML; nil for one that is the same as nothing.
  var write: @Sendable (Value) -> String? = { _ in nil }

  /// A kind whose values can be read or not as a whole.
  static func whole(
    _ shape: SettingShape, write: @escaping @Sendable (Value) -> String? = { _ in nil },
    read: @escaping @Sendable (YAMLNode) throws(ConfigurationError) -> Value
  ) -> SettingKind {
    SettingKind(
      shape: shape,
      read: { node, mistakes in
        mistakes.take { () throws(ConfigurationError) in try read(node) }
      }, write: write)
  }
}

extension SettingKind where Value == String {
  /// Any text, `what` it is.
  static func text(
    _ what: String, refuse: @escaping @Sendable (String) -> String? = { _ in nil }
  ) -> SettingKind {
    whole(.text, write: yaml) { (node) throws(ConfigurationError) in
      let text = try node.text(what)
      guard !text.isEmpty else { throw node.error("Here \(what) is missing.") }
      if let sentence = refuse(text) { throw node.error(sentence) }
      return text
    }
  }

  /// One of some words, `what` they are.
  static func word(_ words: [String], _ what: String) -> SettingKind {
    whole(.word(words), write: yaml) { (node) throws(ConfigurationError) in
      try node.word(among: words, what)
    }
  }
}

extension SettingKind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the cases by its raw value, `what` they are.
  static func choice(_ what: String) -> SettingKind {
    let words = Value.allCases.map(\.rawValue)
    return whole(.word(words), write: { $0.rawValue }) { (node) throws(ConfigurationError) in
      let word = try node.word(among: words, what)
      guard let value = Value(rawValue: word) else { throw node.error("Here \(what) is missing.") }
      return value
    }
  }
}

extension SettingKind where Value == Bool {
  static let flag = SettingKind.whole(.flag, write: { String($0) }) {
    (node) throws(ConfigurationError) in
    switch try node.text("true or false") {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    case let text: throw node.error("\(quoted(text)) is neither true nor false.")
    }
  }
}

extension SettingKind where Value == Double {
  static func number(_ range: ClosedRange<Double>, _ what: String) -> SettingKind {
    whole(.number(range), write: plain) { (node) throws(ConfigurationError) in
      let text = try node.text(what)
      guard let number = Double(text), range.contains(number) else {
        throw node.error(
          "\(quoted(text)) is no \(what); write a number from \(plain(range.lowerBound)) to"
            + " \(plain(range.upperBound)).")
      }
      return number
    }
  }

  /// Seconds, written as `90s`, `30m`, `2h` or `1d`.
  static let duration = SettingKind.whole(
    .pattern("^[0-9]+(\\.[0-9]+)?[smhd]$"), write: Duration.text
  ) { (node) throws(ConfigurationError) in
    let text = try node.text("a duration")
    guard let seconds = Duration.seconds(text) else {
      throw node.error("\(quoted(text)) is no duration; write 90s, 30m, 2h or 1d.")
    }
    return seconds
  }

  /// A number without a point where it needs none.
  static func plain(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension SettingKind where Value == Int {
  static func count(_ range: ClosedRange<Int>, _ what: String) -> SettingKind {
    whole(.whole(range), write: { String($0) }) { (node) throws(ConfigurationError) in
      let text = try node.text(what)
      guard let number = Int(text), range.contains(number) else {
        throw node.error(
          "\(quoted(text)) is no \(what); write a whole number from \(range.lowerBound) to"
            + " \(range.upperBound).")
      }
      return number
    }
  }

  /// Days, written as `3d`.
  static let days = SettingKind.whole(.pattern("^[0-9]{1,5}d$"), write: { "\($0)d" }) {
    (node) throws(ConfigurationError) in
    let text = try node.text("a number of days")
    guard text.hasSuffix("d"), let days = Int(text.dropLast()), (0...36_500).contains(days) else {
      throw node.error("\(quoted(text)) is no number of days; write it as in 3d.")
    }
    return days
  }
}

/// Durations as people write them.
package enum Duration {
  private static let units: KeyValuePairs<Character, Double> = [
    "d": 86_400, "h": 3600, "m": 60, "s": 1,
  ]

  /// The seconds of `90s`, `30m`, `2h` or `1d`; nil for anything else.
  package static func seconds(_ text: String) -> Double? {
    guard let unit = units.first(where: { $0.key == text.last })?.value,
      let number = Double(text.dropLast()), number >= 0, number < 1e6
    else { return nil }
    return number * unit
  }

  /// The shortest text of so many whole seconds.
  static func text(_ seconds: Double) -> String {
    let unit = units.first { seconds.truncatingRemainder(dividingBy: $0.value) == 0 }
    return SettingKind<Double>.plain(seconds / (unit?.value ?? 1)) + String(unit?.key ?? "s")
  }
}

/// A text as YAML that reads as this text.
func yaml(_ text: String) -> String {
  let isPlain =
    text.first.map { $0.isLetter || $0 == "/" || $0 == "~" } ?? false
    && !text.contains { ":#,[]{}\"'\\&*!|>%@`\n".contains($0) } && text.last?.isWhitespace == false
  guard !isPlain else { return text }
  let escaped = text.map { character in
    switch character {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    default: String(character)
    }
  }
  return "\"" + escaped.joined() + "\""
}

extension YAMLNode {
  /// One of some words; throws with the nearest one for any other text.
  func word(among words: [String], _ what: String) throws(ConfigurationError) -> String {
    let text = try text(what)
    guard words.contains(text) else {
      throw error(
        "\(quoted(text)) is not \(what); the nearest is"
          + " \(quoted(nearest(to: text, among: words))).")
    }
    return text
  }
}
