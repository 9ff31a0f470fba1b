/// What can stand as the value of a setting: what is printed about settings is made from it, for
/// people as well as for their editors.
package indirect enum SettingShape: Equatable, Sendable {
  case text
  /// Text that a pattern describes; the regular expression is one of JSON Schema.
  case pattern(String)
  case word([String])
  case number(ClosedRange<Double>)
  case whole(ClosedRange<Int>)
  case flag
  case list(SettingShape)
  case either([SettingShape])
  /// Keys of which each has a meaning of its own.
  case group([SettingEntry])
  /// Groups of which a word in one of their own keys says which one it is.
  case variants(by: String, [SettingVariant])
  /// Keys that all have values of one shape. `names` are the possible ones, nil for any.
  case named(names: [String]?, SettingShape)
}

/// One of several groups that can stand in the same place.
package struct SettingVariant: Equatable, Sendable {
  /// The word that tells it from the others.
  package let word: String
  /// Its settings, with the one that has the word.
  package let entries: [SettingEntry]
}

/// What is known of a setting.
package struct SettingEntry: Equatable, Sendable {
  /// Its key.
  package let name: String
  /// What it is, in a sentence or two.
  package let help: String
  /// What can stand there.
  package let shape: SettingShape
  /// The default as YAML; nil where there is none, or it depends on other things.
  package let standard: String?
  /// A value to show, as YAML; nil where the default shows it.
  package let example: String?
  /// Whether its group makes no sense without it.
  package let isRequired: Bool
}

extension SettingEntry {
  /// The setting and all that are in it, each with its path, as `accounts.NAME.token`; what its
  /// example shows as a whole is not taken apart.
  package func flattened(under path: String = "") -> [(path: String, entry: SettingEntry)] {
    let path = path.isEmpty ? name : "\(path).\(name)"
    return [(path, self)] + (example == nil ? SettingEntry.inside(shape, path) : [])
  }

  private static func inside(
    _ shape: SettingShape, _ path: String
  ) -> [(path: String, entry: SettingEntry)] {
    switch shape {
    case .group(let entries): return entries.flatMap { $0.flattened(under: path) }
    case .variants(_, let variants):
      var known: Set<String> = []
      return variants.flatMap(\.entries).filter { known.insert($0.name).inserted }
        .flatMap { $0.flattened(under: path) }
    case .named(_, let shape): return inside(shape, "\(path).NAME")
    default: return []
    }
  }
}
