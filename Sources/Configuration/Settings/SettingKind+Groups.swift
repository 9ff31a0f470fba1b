internal import Canvas

/// A value under a name of the user's own, and where the name is.
package struct Named<Value: Sendable>: Sendable {
  /// The name.
  package let name: String
  /// What is under it.
  package let value: Value
  /// The name in its file, for whoever has something to say about it later.
  package let place: YAMLNode
}

/// Where something is in a file does not make it another thing.
extension Named: Equatable where Value: Equatable {
  /// The same name and the same value, wherever in the file.
  package static func == (one: Named, other: Named) -> Bool {
    one.name == other.name && one.value == other.value
  }
}

extension SettingKind where Value: SettingGroup {
  /// Keys that each have a setting; `what` they belong to.
  static func group(_ settings: [Setting<Value>], _ what: String) -> SettingKind {
    SettingKind(shape: .group(settings.map(\.entry))) { node, mistakes in
      read(settings, node, what, &mistakes)
    }
  }

  /// One of several groups, told apart by the word that one of their keys has; the first is meant
  /// where that is left out.
  static func variants(
    by key: String, _ variants: [(word: String, what: String, settings: [Setting<Value>])]
  ) -> SettingKind {
    SettingKind(
      shape: .variants(
        by: key,
        variants.map { SettingVariant(word: $0.word, entries: $0.settings.map(\.entry)) })
    ) { node, mistakes in
      let word = node[key].flatMap { node in
        if case .scalar(let word) = node.value { word } else { nil }
      }
      let variant = variants.first { $0.word == word } ?? variants[0]
      return read(variant.settings, node, variant.what, &mistakes)
    }
  }

  private static func read(
    _ settings: [Setting<Value>], _ node: YAMLNode, _ what: String, _ mistakes: inout Mistakes
  ) -> Value? {
    let entries = mistakes.take { () throws(ConfigurationError) in try node.entries(what) }
    guard let entries else { return nil }
    var value = Value()
    for entry in entries {
      if let setting = settings.first(where: { $0.name == entry.key }) {
        if !entry.value.isNothing { setting.read(entry.value, &value, &mistakes) }
      } else {
        mistakes.add(entry.unknown(in: what, among: settings.map(\.name)))
      }
    }
    for setting in settings where setting.isRequired && node[setting.name]?.isNothing ?? true {
      mistakes.add(
        node.error(
          "\(quoted(setting.name)) is missing in \(what): write"
            + " \(setting.name): \(setting.example ?? "…")."))
    }
    return value
  }
}

extension SettingKind {
  /// Keys of the user's own, or of some names, whose values are all of one kind.
  static func named<Item>(
    _ names: [String]? = nil, _ kind: SettingKind<Item>, _ what: String
  ) -> SettingKind where Value == [Named<Item>] {
    SettingKind(shape: .named(names: names, kind.shape)) { node, mistakes in
      let entries = mistakes.take { () throws(ConfigurationError) in try node.entries(what) }
      return entries?.compactMap { entry in
        if let names, !names.contains(entry.key) {
          mistakes.add(entry.unknown(in: what, among: names))
          return nil
        }
        guard !entry.value.isNothing else { return nil }
        return kind.read(entry.value, &mistakes).map {
          Named(name: entry.key, value: $0, place: entry.keyNode)
        }
      }
    }
  }

  /// Several values of a kind, in a list.
  static func list<Item>(_ kind: SettingKind<Item>, _ what: String) -> SettingKind
  where Value == [Item] {
    SettingKind(shape: .list(kind.shape)) { node, mistakes in
      guard case .sequence(let items) = node.value else {
        mistakes.add(node.error("Here a list of \(what) is expected, as in [ONE, TWO]."))
        return nil
      }
      return items.compactMap { kind.read($0, &mistakes) }
    }
  }

  /// The same, of which one may stand alone.
  static func oneOrMore<Item>(_ kind: SettingKind<Item>, _ what: String) -> SettingKind
  where Value == [Item] {
    let list = SettingKind.list(kind, what)
    return SettingKind(shape: .either([kind.shape, list.shape])) { node, mistakes in
      if case .scalar = node.value { return kind.read(node, &mistakes).map { [$0] } }
      return list.read(node, &mistakes)
    }
  }
}

extension YAMLNode {
  /// Whether nothing stands here, as after a key whose values are all commented out.
  var isNothing: Bool { ["", "~", "null"].contains { value == .scalar($0) } }
}

extension YAMLNode.Entry {
  fileprivate func unknown(in what: String, among known: [String]) -> ConfigurationError {
    keyNode.error(
      "\(quoted(key)) is not known in \(what); the nearest is"
        + " \(quoted(nearest(to: key, among: known))).")
  }
}
