import Canvas
import Records

extension Model {
  /// Where the screen is, from the team on: `Team › Ana Lopes › Help`.
  var breadcrumbs: String {
    ([chosenTeam?.name ?? "Team"] + screens.map(crumb)).joined(separator: " › ")
  }

  private func crumb(_ screen: ScreenState) -> String {
    switch screen {
    case .user(let screen): snapshot?.directory[screen.user].label ?? ScreenKind.user.title
    case .record(let screen): DateText.period(screen.period, today: calendarDay)
    case .distribution: "Distribution of \(chosenField.title.lowercased())"
    case .conversations(let screen):
      ScreenKind.conversations.title
        + (screen.period.map { " " + DateText.period($0, today: calendarDay) } ?? "")
    case .transcript(let screen):
      screen.summary.startedAt.map { DateText.minute($0, zone: zone, today: calendarDay) }
        ?? ScreenKind.transcript.title
    case .requests(let screen):
      screen.opened.map { DateText.clock($0.at, zone: zone) } ?? ScreenKind.requests.title
    case .compare, .attention, .accounts, .help: screen.kind.title
    }
  }
}

/// Draws where the screen is into the second line.
func drawCrumbs(_ model: Model, right: [BarPart] = [], into frame: inout Frame) {
  let theme = model.preferences.theme
  drawBar(
    left: [BarPart(model.breadcrumbs, theme[.title], rank: 9)], right: right, row: 1,
    style: theme[.text], into: &frame)
}
