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
    let status = report.status
    let place = AccountStatus.State.Place.dashboard(refresh: keys.name(of: .refresh))
    if model.account(status.account)?.isPaused == true {
      (name, role) = ("paused", .warn)
      sentence = model.pausedSentence
    } else if let end = status.activity?.pausedUntil, end > model.now {
      (name, role) = ("waiting", .warn)
      sentence =
        "Waiting until \(status.zone.clock(of: end)), because the provider asked for it; it goes on"
        + " by itself."
    } else {
      name = status.state.name
      role =
        switch status.state {
        case .fresh: .good
        case .failing: .bad
        case .old, .incomplete, .partial, .empty: .warn
        }
      sentence = status.state.words(in: place) + AccountState.advice(status.state, keys)
    }
  }

  /// What to do about a failure, besides what it says itself.
  private static func advice(_ state: AccountStatus.State, _ keys: KeyMap) -> String {
    guard case .failing(let failure) = state else { return "" }
    return [.credentials, .disconnected, .forbidden].contains(failure.kind)
      ? " \(keys.name(of: .readCredentials)) reads the credentials again and retries."
      : " \(keys.name(of: .refresh)) tries again."
  }
}

extension Model {
  /// What is said while nothing is sent.
  var pausedSentence: String {
    "Paused: nothing is sent until \(preferences.keys.name(of: .pause)) lets it go on."
  }
}
