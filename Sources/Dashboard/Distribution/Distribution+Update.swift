import Analytics
import Records

extension Model {
  /// How the chosen field is spread over the team, in as many bars as the screen has room for.
  var distribution: Distribution? {
    team.board.map {
      Distribution($0, chosenField, maximumBins: DistributionLayout(size: size).bars)
    }
  }

  /// The selected bar of the screen.
  func bar(_ screen: DistributionScreen, of distribution: Distribution) -> Int {
    let chosen = screen.chosen.flatMap { $0.field == distribution.field ? $0.place : nil }
    let bar = chosen ?? screen.user.flatMap { distribution.bin(of: $0) } ?? 0
    return max(0, min(bar, distribution.bins.count - 1))
  }

  mutating func perform(_ action: Action, on screen: inout DistributionScreen) {
    guard let distribution else { return }
    let count = distribution.bins.count
    if let steps = action.steps(count: count, page: max(1, count / 4)) {
      let place = max(0, min(bar(screen, of: distribution) + steps, count - 1))
      screen.chosen = .init(field: distribution.field, place: place)
    }
    switch action {
    case .nextColumn: chooseField(by: 1)
    case .previousColumn: chooseField(by: -1)
    case .open:
      // What the way back leads to is the screen as it is now.
      screens[screens.count - 1] = .distribution(screen)
      filterTeam(by: distribution, bar(screen, of: distribution))
    default: break
    }
  }

  /// Goes to the team with a filter that leaves over the users of a bar.
  private mutating func filterTeam(by distribution: Distribution, _ bar: Int) {
    guard distribution.bins.indices.contains(bar) else { return }
    let bin = distribution.bins[bar]
    guard !bin.users.isEmpty else {
      notice = "Nobody is in this bar."
      return
    }
    let name = BoardColumn.value(distribution.field).filterName
    let (lower, upper) = (NumberText.exact(bin.lower), NumberText.exact(bin.upper))
    var text = bin.lower < bin.upper ? "\(name)>=\(lower) \(name)<\(upper)" : "\(name)=\(lower)"
    if !distribution.fewCalls.isEmpty {
      text += " calls>=\(NumberText.exact(standards.minimumCalls))"
    }
    team.wayBack = TeamScreen.WayBack(screens: screens, filter: choices.filter, from: text)
    screens = []
    filter(by: text)
  }
}
