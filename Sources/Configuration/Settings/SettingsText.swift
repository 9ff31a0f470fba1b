/// The file of all settings, each with what it is: the defaults as they are, and what has none as
/// an example that is commented out.
package struct SettingsText {
  private static let columns = 90
  /// The explanations that an example has given already.
  private var given: Set<String> = []

  /// A file with these settings. Read, it sets nothing but defaults.
  package static func file(_ entries: [SettingEntry]) -> String {
    let head = [
      "Settings of Rapport, with their defaults. What has no default is an example, commented out:",
      "take the # away, and write your own. rapport config path says where this file belongs, and",
      "rapport config check what is wrong with it.",
    ].map { "# \($0)\n" }.joined()
    var text = SettingsText()
    return head
      + entries.map { entry in
        let isExample = entry.standard == nil && !entry.hasDefaultsInside
        let value = text.lines(entry, isExample: isExample).map { (isExample ? "#" : "") + $0 }
        return "\n" + (comment(entry) + value).map { $0 + "\n" }.joined()
      }.joined()
  }

  /// The lines of a key and its value.
  private mutating func lines(_ entry: SettingEntry, isExample: Bool) -> [String] {
    switch entry.shape {
    case .group(let entries) where entry.example == nil:
      return ["\(entry.name):"] + indented(entries, isExample: isExample)
    case .named(_, .variants(let key, let variants)):
      return ["\(entry.name):"]
        + variants.flatMap { variant in
          ["  my-\(variant.word):"]
            + indented(variant.entries, words: [key: variant.word], isExample: true)
            .map { "  " + $0 }
        }
    default:
      let value = isExample ? entry.example ?? entry.standard : entry.standard
      return ["\(entry.name): \(value ?? "")"]
    }
  }

  private mutating func indented(
    _ entries: [SettingEntry], words: [String: String] = [:], isExample: Bool
  ) -> [String] {
    var lines: [String] = []
    for entry in entries {
      let isNew = !isExample || given.insert(entry.help).inserted
      if isNew { lines += SettingsText.comment(entry) }
      if let word = words[entry.name] {
        lines.append("\(entry.name): \(word)")
      } else {
        lines += self.lines(entry, isExample: isExample)
      }
    }
    return lines.map { "  " + $0 }
  }

  /// What the setting is, and which words it can have.
  private static func comment(_ entry: SettingEntry) -> [String] {
    var text = entry.help
    if case .word(let words) = entry.shape {
      text = text.dropLast() + ": " + words.joined(separator: ", ") + "."
    }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append("# \(word)")
      }
    }
    return lines
  }
}

extension SettingEntry {
  /// Whether it is a group of settings that have defaults.
  fileprivate var hasDefaultsInside: Bool {
    if case .group(let entries) = shape { return entries.contains { $0.standard != nil } }
    return false
  }
}
