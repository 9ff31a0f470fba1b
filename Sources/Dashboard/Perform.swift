import Records

extension Model {
  /// Does what a key or a word of the palette says.
  mutating func perform(_ action: Action) -> [Command] {
    if let commands = performOnTime(action) { return commands }
    switch action {
    case .quit: isFinished = true
    case .back: goBack()
    case .help: toggle(.help(HelpScreen(subject: kind)))
    case .attention: toggle(.attention(AttentionScreen()))
    case .accounts: toggle(.accounts(AccountsScreen()))
    case .requests: toggle(.requests(RequestsScreen()))
    case .distribution: toggle(.distribution(DistributionScreen()))
    case .compare: return compareMarked()
    case .copyCell: return copyCell()
    case .copyRows: return copy(.rows)
    case .copyTable: return copy(.table)
    case .commandLine: return showCommandLine()
    case .refresh: return refresh()
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
  private mutating func performOnScreen(_ action: Action) -> [Command] {
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
      commands = perform(action, on: &screen)
      screens[place] = .compare(screen)
    case .distribution(var screen):
      commands = perform(action, on: &screen)
      screens[place] = .distribution(screen)
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

  /// Opens a screen over the one that is seen, or leaves it where it is the one that is seen.
  private mutating func toggle(_ screen: ScreenState) {
    if kind == screen.kind { screens.removeLast() } else { screens.append(screen) }
  }

  private mutating func goBack() {
    if screens.popLast() != nil { return }
    if !choices.filter.isEmpty {
      filter(by: "")
    } else {
      notice = "This is the first screen; \(preferences.keys.name(of: .quit)) leaves rapport."
    }
  }

  private mutating func refresh() -> [Command] {
    isSavedNotice() ? [] : ask(refreshing: .unsettled) + refreshRecordText()
  }

  private mutating func fetchEverything() -> [Command] {
    isSavedNotice() ? [] : ask(refreshing: .everything)
  }

  private mutating func pause() -> [Command] {
    guard !isSavedNotice() else { return [] }
    isPaused.toggle()
    return [.pause(isPaused)]
  }

  /// Whether saved records are looked at, for which nothing is fetched; says so if they are.
  private mutating func isSavedNotice() -> Bool {
    if saved != nil { notice = "These records are read from a file: there is nothing to fetch." }
    return saved != nil
  }
}
