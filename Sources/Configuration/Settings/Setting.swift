/// Values that settings are read into, as they are where nothing is set.
protocol SettingGroup: Sendable {
  init()
}

/// A setting of a group: what is known of it, and how it is read into its place.
struct Setting<Group: Sendable>: Sendable {
  let name: String
  let help: String
  let shape: SettingShape
  let example: String?
  let isRequired: Bool
  /// What its place in a group holds, as YAML; nil for nothing.
  let written: @Sendable (Group) -> String?
  /// Reads the value of the key into the group; what is wrong with it is added to the mistakes.
  let read: @Sendable (YAMLNode, inout Group, inout Mistakes) -> Void

  /// The same setting as one of a group that has this group in it.
  func lifted<Outer>(_ place: any WritableKeyPath<Outer, Group> & Sendable) -> Setting<Outer> {
    Setting<Outer>(
      name: name, help: help, shape: shape, example: example, isRequired: isRequired,
      written: { [written] in written($0[keyPath: place]) },
      read: { [read] node, outer, mistakes in read(node, &outer[keyPath: place], &mistakes) })
  }
}

extension Setting {
  /// A setting whose default is what its place holds at first.
  init<Value>(
    _ name: String, _ place: any WritableKeyPath<Group, Value> & Sendable,
    _ kind: SettingKind<Value>,
    example: String? = nil, _ help: String
  ) {
    self.init(
      name: name, help: help, shape: kind.shape, example: example, isRequired: false,
      written: { kind.write($0[keyPath: place]) },
      read: { node, group, mistakes in
        if let value = kind.read(node, &mistakes) { group[keyPath: place] = value }
      })
  }

  /// A setting that can be left open.
  init<Value>(
    _ name: String, _ place: any WritableKeyPath<Group, Value?> & Sendable,
    _ kind: SettingKind<Value>,
    example: String? = nil, isRequired: Bool = false, _ help: String
  ) {
    self.init(
      name: name, help: help, shape: kind.shape, example: example, isRequired: isRequired,
      written: { $0[keyPath: place].flatMap(kind.write) },
      read: { node, group, mistakes in
        if let value = kind.read(node, &mistakes) { group[keyPath: place] = value }
      })
  }
}

extension Setting where Group: SettingGroup {
  /// What is known of the setting.
  var entry: SettingEntry {
    SettingEntry(
      name: name, help: help, shape: shape, standard: written(Group()), example: example,
      isRequired: isRequired)
  }
}
