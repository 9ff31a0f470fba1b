import Records

extension Model {
  /// Does what a key or a word of the palette says.
  mutating func perform(_ action: Action) -> [Command] {
    if let commands = performOnTime(action) { return commands }
    if performOnLooks(action) { return [] }
    switch action {
    case .quit: isFinished = true
    case .back: goBack()
    case .palette: return openPalette()
    case .filter: openFilter()
    case .saveView, .write: return openPalette(action.rawValue + " ")
    case .chooseMetric, .chooseSort, .chooseColumns, .chooseRange, .chooseTeam, .chooseAccount,
      .chooseTheme, .chooseView:
      return openPicker(action)
    case .help: toggle(.help)
    case .attention: toggle(.attention)
    case .accounts: toggle(.accounts)
    case .requests: toggle(.requests)
    case .distribution: toggle(.distribution)
    case .conversations: toggleConversations()
    case .compare: compareMarked()
    case .copyCell: return copyCell()
    case .copyRows: return copy(.rows)
    case .copyTable: return copy(.table)
    case .commandLine: return showCommandLine()
    case .refresh: return refresh()
    case .mouse: return toggleMouse()
    case .redraw: return [.redraw]
    case .fetchEverything: return fetchEverything()
    case .pause: return pause()
    case .switchBoard:
      choices.resource = choices.resource.other
      refreshBoard()
      return ask()
    default: return performOnScreen(action)
    }
    return []
  }

  /// Hands an action to the screen that is seen. It may open another over it.
  mutating func performOnScreen(_ action: Action) -> [Command] {
    guard let place = screens.indices.last else { return performOnTeam(action) }
    var commands: [Command] = []
    switch screens[place] {
    case .user(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .user(screen)
    case .record(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .record(screen)
    case .compare(var screen):
      perform(action, on: &screen)
      screens[place] = .compare(screen)
    case .distribution(var screen):
      perform(action, on: &screen)
      // It may have left for the team.
      if screens.indices.contains(place) { screens[place] = .distribution(screen) }
    case .conversations(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .conversations(screen)
    case .transcript(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .transcript(screen)
    case .attention(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .attention(screen)
    case .accounts(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .accounts(screen)
    case .requests(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .requests(screen)
    case .help(var screen):
      perform(action, on: &screen)
      screens[place] = .help(screen)
    }
    return commands
  }

  private mutating func goBack() {
    if let screen = conversationsScreen, !screen.filter.isEmpty { return filter(by: "") }
    if screens.popLast() != nil { return }
    let way = team.wayBack
    team.wayBack = nil
    if let way, way.from == choices.filter {
      screens = way.screens
      filter(by: way.filter)
    } else if !choices.filter.isEmpty {
      filter(by: "")
    } else {
      notice = "This is the first screen; \(preferences.keys.name(of: .quit)) leaves rapport."
    }
  }

  private mutating func refresh() -> [Command] {
    guard !isSavedNotice() else { return [] }
    return fetch(addressedAccount, refreshing: .unsettled) + refreshRecordText()
      + refreshTranscript()
  }

  private mutating func fetchEverything() -> [Command] {
    isSavedNotice() ? [] : fetch(addressedAccount, refreshing: .everything)
  }

  private mutating func pause() -> [Command] {
    isSavedNotice() ? [] : pause(addressedAccount)
  }

  /// Whether saved records are looked at, for which nothing is fetched; says so if they are.
  private mutating func isSavedNotice() -> Bool {
    if saved != nil { notice = "These records are read from a file: there is nothing to fetch." }
    return saved != nil
  }
}
