import Canvas
import Records

/// What a person should know first about an account, the strongest reason first.
struct AccountState {
  /// A word for a table.
  let name: String
  let role: Role
  /// A sentence with what to do.
  let sentence: String

  init(_ report: AccountReport, _ model: Model) {
    let keys = model.preferences.keys
    let state = report.status.state
    if model.isPaused {
      (name, role) = ("paused", .warn)
      sentence = "Paused: nothing is sent until \(keys.name(of: .pause)) lets it go on."
    } else if let end = report.waitsUntil, end > model.now {
      (name, role) = ("waiting", .warn)
      sentence =
        "Waiting until \(report.status.zone.clock(of: end)), because the provider asked for it;"
        + " it goes on by itself."
    } else {
      name = state.name
      role =
        switch state {
        case .fresh: .good
        case .failing: .bad
        case .old, .incomplete, .partial, .empty: .warn
        }
      sentence = state.words(in: .dashboard) + AccountState.advice(state, keys)
    }
  }

  private static func advice(_ state: AccountStatus.State, _ keys: KeyMap) -> String {
    switch state {
    case .fresh, .incomplete: ""
    case .old, .partial, .empty: " (\(keys.name(of: .refresh)))"
    case .failing(let failure):
      [.credentials, .disconnected, .forbidden].contains(failure.kind)
        ? " \(keys.name(of: .readCredentials)) reads the credentials again and retries."
        : " \(keys.name(of: .refresh)) tries again."
    }
  }
}
