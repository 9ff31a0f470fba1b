import Analytics
import Canvas
import Loop
package import Records

extension Model {
  /// Takes a message in; the commands say what is to be done about it.
  mutating func update(_ message: Message) -> [Command] {
    let before = kind
    let commands = take(message)
    arrangeConversations()
    layOutTranscript()
    return commands + before.commands(leadingTo: kind) + watchConversations()
  }

  private mutating func take(_ message: Message) -> [Command] {
    switch message {
    case .keyPressed(.alt(let character), let moment)
    where preferences.keys.use(of: .alt(character)) == nil:
      // Terminals send Alt as Esc with the key after it: it was Esc and a quick next key.
      return take(.keyPressed(.escape, moment)) + take(.keyPressed(.character(character), moment))
    case .keyPressed(let key, let moment):
      pass(to: moment)
      notice = nil
      awaitedPlace = nil
      return press(key)
    case .pasted(let text, let moment):
      pass(to: moment)
      paste(text)
    case .mouseUsed(let event, let moment):
      pass(to: moment)
      notice = nil
      return use(event)
    case .resized(let size, let moment):
      pass(to: moment)
      self.size = size
      keepSelectionVisible()
      keepConversationVisible()
    case .ticked(let moment):
      let before = today
      pass(to: moment)
      if today != before || needsAnotherTry { return ask() }
    case .snapshotArrived(let request, let snapshot):
      if request == self.request { return take(snapshot) }
    case .themesListed(let themes): take(themes)
    case .noticed(let sentence): notice = sentence
    case .requestsArrived(let log): take(log)
    case .accountsArrived(let reports): take(reports)
    case .recordArrived(let request, let answer): take(answer, request: request)
    case .conversationsArrived(let request, let list): take(list, request: request)
    case .transcriptArrived(let request, let answer): take(answer, request: request)
    case .judged(let request, let judged): take(judged, request: request)
    case .credentialsRead(let key, let mistake): return credentialsRead(of: key, mistake)
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Command] {
    if let overlay { return press(key, on: overlay) }
    if let action = preferences.keys.action(key, on: kind) { return perform(action) }
    notice = useless(key)
    return []
  }

  private mutating func take(_ themes: [Theme]) {
    self.themes = themes
    // The file of the one in use may have changed.
    if let theme = themes.first(where: { $0.name == preferences.theme.name }) {
      preferences.theme = theme
    }
  }

  /// The first question, when the program starts.
  package mutating func start(refreshing: Refresh = .stale) -> [Command] {
    ask(refreshing: refreshing)
  }

  /// Asks for what the screens need now.
  mutating func ask(refreshing: Refresh = .stale) -> [Command] {
    request += 1
    askedAt = uptime
    return [.watch(query, request: request, refreshing: refreshing)]
  }

  /// What is said about a key that does nothing on this screen.
  private func useless(_ key: Key) -> String {
    guard let use = preferences.keys.use(of: key) else {
      return "\(key.name) does nothing; \(preferences.keys.name(of: .help)) shows what the keys do."
    }
    return
      "\(key.name) (\(use.action.entry.hint)) works on \(ScreenKind.words(use.screens)), not here."
  }

  private mutating func pass(to moment: Moment) {
    now = Timestamp(milliseconds: Int64(moment.wall))
    uptime = moment.uptime
  }

  /// Whether the last try failed in a way that may have passed by now, or data has grown old.
  private var needsAnotherTry: Bool {
    guard let snapshot, !snapshot.isOffline, !snapshot.isWorking else { return false }
    if let failure = snapshot.failure {
      // What the provider asked for is over, or the network may be back.
      if failure.kind == .rateLimited { return snapshot.pausedUntil.map { now >= $0 } ?? true }
      return failure.kind == .unreachable
    }
    return snapshot.slots.contains { slot in
      slot.window.map {
        account.freshness.isStale($0, for: slot.key.period, zone: zone, now: now)
      } ?? false
    }
  }

  private mutating func take(_ snapshot: Snapshot) -> [Command] {
    askedAt = nil
    if snapshot.zone != zone {
      zone = snapshot.zone
      if query != snapshot.query { return ask() }
    }
    if self.snapshot?.directory != snapshot.directory {
      teams = teamList.teams(in: snapshot.directory) + snapshot.directory.teamsByManager
    }
    let wasWorking = self.snapshot?.isWorking ?? true
    self.snapshot = snapshot
    refreshBoard()
    refreshRecords()
    goToAwaitedPlace()
    if wasWorking, !snapshot.isWorking { sayUnknownTeam() }
    return []
  }

  /// Once everything is there, no user can make the chosen team known any more.
  private mutating func sayUnknownTeam() {
    guard let name = choices.team, chosenTeam == nil else { return }
    let mistake = Mistake.unknown("team", name, among: teams.map(\.name))
    notice = "\(mistake.sentence) Everyone is shown."
  }
}
