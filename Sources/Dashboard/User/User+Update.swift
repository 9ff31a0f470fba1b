import Analytics
import Records

extension Model {
  mutating func performOnUser(_ action: Action) {
    let page = max(1, UserLayout(size: size, periods: periodCount).tableRows)
    switch action {
    case .back: user = nil
    case .moveDown: movePeriod(by: 1)
    case .moveUp: movePeriod(by: -1)
    case .pageDown: movePeriod(by: page)
    case .pageUp: movePeriod(by: -page)
    case .halfPageDown: movePeriod(by: page / 2)
    case .halfPageUp: movePeriod(by: -page / 2)
    case .moveToFirst: movePeriod(by: -periodCount)
    case .moveToLast: movePeriod(by: periodCount)
    case .nextColumn: chooseField(by: 1)
    case .previousColumn: chooseField(by: -1)
    default: notice = "That is for the team's table; Esc goes back to it."
    }
  }

  private var periodCount: Int { team.trend?.periods.count ?? 0 }

  private mutating func movePeriod(by steps: Int) {
    guard var screen = user, periodCount > 0 else { return }
    screen.selectedPeriod = min(max(screen.selectedPeriod + steps, 0), periodCount - 1)
    let visible = max(1, UserLayout(size: size, periods: periodCount).tableRows)
    screen.firstPeriod = min(
      max(screen.firstPeriod, screen.selectedPeriod - visible + 1), screen.selectedPeriod)
    user = screen
  }

  /// Chooses among the fields alone: the user's screen has no columns of names and calls to choose.
  private mutating func chooseField(by steps: Int) {
    let all = TeamColumn.all(of: resource)
    let fields = all.indices.filter { if case .field = all[$0] { true } else { false } }
    let place = fields.firstIndex { all[$0] == .field(chosenField) } ?? 0
    team.columns[resource] = fields[min(max(place + steps, 0), fields.count - 1)]
    refreshMedians()
  }
}
