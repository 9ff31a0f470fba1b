import Canvas
import Configuration
import Dashboard
import DataCore
import Loop
import Providers
import Records

extension SettingsTable {
  /// The table of what can be set in this program.
  static func rapport(_ environment: [String: String]) -> SettingsTable {
    let columns = Resource.allCases.map { resource in
      (resource, BoardColumn.all(of: resource, fields: resource.fields).map(\.name))
    }
    let vocabulary = Vocabulary(
      actions: ActionTable.entries.map(\.action.rawValue), whyNoKey: whyNoKey,
      columns: Dictionary(uniqueKeysWithValues: columns),
      glyphs: GlyphSet.allCases.map(\.rawValue),
      charts: Choices.ChartKind.allCases.map(\.rawValue),
      regions: TalkdeskRegion.allCases.map(\.rawValue),
      isZone: { ZoneFiles.zone(named: $0) != nil })
    return SettingsTable(vocabulary, home: environment["HOME"])
  }

  @Sendable private static func whyNoKey(_ name: String) -> String? {
    guard Key(name: name) == nil else { return nil }
    return
      "“\(name.prefix(20))” is no key that a terminal reports; write it as rapport keys does: j,"
      + " G, C-d, A-x, F5, Space, Enter, PgDn."
  }
}

extension KeyMap {
  /// The keys that settings bind actions to. Throws where a key would do two things, or nothing is
  /// left to get help or to leave by.
  init(_ bindings: [Named<[String]>], file: String) throws(SettingMistakes) {
    let changes = bindings.reduce(into: [Action: [Key]]()) { changes, binding in
      guard let action = Action(rawValue: binding.name) else { return }
      changes[action] = binding.value.compactMap { Key(name: $0) }
    }
    var mistakes = [Action.quit, .help].filter { changes[$0]?.isEmpty == true }.compactMap {
      action in
      bindings.first { $0.name == action.rawValue }?.place.error(
        "\(action.rawValue) needs a key: without one nobody could find out how to go on.")
    }
    mistakes += KeyMap.clashes(changing: changes).map { $0.mistake(bindings, file: file) }
    guard mistakes.isEmpty, let keys = KeyMap(changing: changes) else {
      throw SettingMistakes(all: mistakes)
    }
    self = keys
  }
}

extension KeyClash {
  /// The clash as a mistake at the place of the binding that is to blame, the later one of two.
  fileprivate func mistake(_ bindings: [Named<[String]>], file: String) -> ConfigurationError {
    let places = actions.map { action in
      bindings.first { $0.name == action.rawValue }?.place
    }
    let known = zip(actions, places).compactMap { action, place in place.map { (action, $0) } }
      .sorted { ($0.1.line, $0.1.column) < ($1.1.line, $1.1.column) }
    guard let (blamed, place) = known.last else {
      return ConfigurationError(file: file, "\(key.name) does two things on \(screen).")
    }
    guard known.count > 1 else {
      let other = actions.first { $0 != blamed } ?? blamed
      return place.error(
        "\(key.name) is the usual key of \(other.rawValue) too, on the screen \(screen): choose"
          + " another, or give \(other.rawValue) others in a line such as \(other.rawValue): [].")
    }
    let (other, first) = known[0]
    return place.error(
      "\(key.name) is bound to \(blamed.rawValue) here and to \(other.rawValue) in line"
        + " \(first.line) (\(first.file):\(first.line)), and does one thing only on the screen"
        + " \(screen).")
  }
}
