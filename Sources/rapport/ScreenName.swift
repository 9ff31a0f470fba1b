import Dashboard
import Records

/// A screen as `--screen` names it: the dashboard's, and the team's other board.
struct ScreenName {
  static let all =
    [ScreenKind.team.rawValue, activity] + ScreenKind.allCases.dropFirst().map(\.rawValue)
  /// What the dashboard begins with.
  static let team = ScreenName(kind: .team, resource: nil)
  private static let activity = "activity"

  let kind: ScreenKind
  /// The board, where the name says which.
  let resource: Resource?

  /// The screen of a name; nil for none.
  init?(_ name: String) {
    resource = name == ScreenName.activity ? .activity : nil
    guard let kind = resource == nil ? ScreenKind(rawValue: name) : .team else { return nil }
    self.kind = kind
  }

  private init(kind: ScreenKind, resource: Resource?) {
    self.kind = kind
    self.resource = resource
  }
}
