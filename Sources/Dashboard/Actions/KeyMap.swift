package import Loop

/// Which key does what on which screen.
package struct KeyMap: Equatable, Sendable {
  private var actions: [ScreenKind: [Key: Action]] = [:]
  private var keys: [Action: [Key]] = [:]

  /// The keys of the table of actions.
  package static let standard = KeyMap(ActionTable.entries.map { ($0, $0.keys) })

  /// The keys of the table, but for actions that have others, or none; nil where a key would do two
  /// things on one screen, as `clashes` says.
  package init?(changing changes: [Action: [Key]]) {
    guard KeyMap.clashes(changing: changes).isEmpty else { return nil }
    self.init(KeyMap.entries(changing: changes))
  }

  private init(_ entries: [(entry: ActionEntry, keys: [Key])]) {
    for (entry, keys) in entries {
      self.keys[entry.action] = keys
      for screen in entry.screens {
        for key in keys { actions[screen, default: [:]][key] = entry.action }
      }
    }
  }

  private static func entries(
    changing changes: [Action: [Key]]
  ) -> [(entry: ActionEntry, keys: [Key])] {
    ActionTable.entries.map { ($0, changes[$0.action] ?? $0.keys) }
  }

  /// What a key does on a screen; nil for nothing.
  package func action(_ key: Key, on screen: ScreenKind) -> Action? { actions[screen]?[key] }

  /// What a key does on the first screen that has a use for it, and on which others it does that;
  /// nil where there is none.
  func use(of key: Key) -> (action: Action, screens: [ScreenKind])? {
    guard let action = ScreenKind.allCases.lazy.compactMap({ action(key, on: $0) }).first
    else { return nil }
    return (action, ScreenKind.allCases.filter { self.action(key, on: $0) == action })
  }

  /// The keys of an action, the one to show first.
  package func keys(of action: Action) -> [Key] { keys[action] ?? [] }

  /// The name of the key to show for an action; empty without one.
  func name(of action: Action) -> String { keys(of: action).first?.name ?? "" }
}

/// A key that would do two things on one screen.
package struct KeyClash: Equatable, Sendable {
  /// The key.
  package let key: Key
  /// The two actions, in the order of the table.
  package let actions: [Action]
  /// What the first screen is called on which it would do both.
  package let screen: String
}

extension KeyMap {
  /// The keys that would do two things on one screen, where some actions have others than the usual
  /// ones.
  package static func clashes(changing changes: [Action: [Key]]) -> [KeyClash] {
    var clashes: [KeyClash] = []
    let entries = entries(changing: changes)
    for (index, one) in entries.enumerated() {
      for other in entries[(index + 1)...] {
        let shared = one.entry.screens.intersection(other.entry.screens)
        guard let screen = ScreenKind.allCases.first(where: shared.contains) else { continue }
        clashes += one.keys.filter(other.keys.contains).map {
          KeyClash(
            key: $0, actions: [one.entry.action, other.entry.action], screen: screen.title)
        }
      }
    }
    return clashes
  }
}
