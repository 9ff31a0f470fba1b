package import Loop

/// Which key does what on which screen.
package struct KeyMap: Equatable, Sendable {
  private var actions: [ScreenKind: [Key: Action]] = [:]
  private var keys: [Action: [Key]] = [:]

  /// The keys of the table of actions.
  package static let standard = KeyMap()

  private init() {
    for entry in ActionTable.entries {
      keys[entry.action] = entry.keys
      for screen in entry.screens {
        for key in entry.keys { actions[screen, default: [:]][key] = entry.action }
      }
    }
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
