import Analytics
import Canvas
import Loop
import Records

extension Model {
  /// Takes a message in; the commands say what is to be done about it.
  mutating func update(_ message: Message) -> [Command] {
    switch message {
    case .keyPressed(let key, let moment):
      pass(to: moment)
      notice = nil
      guard let action = Action(key) else {
        notice = "\(key.name) does nothing here; ? shows what the keys do."
        return []
      }
      return perform(action)
    case .resized(let size, let moment):
      pass(to: moment)
      self.size = size
      keepSelectionVisible()
      return []
    case .ticked(let moment):
      let before = today
      pass(to: moment)
      return today != before || needsAnotherTry ? ask() : []
    case .snapshotArrived(let request, let snapshot):
      guard request == self.request else { return [] }
      return take(snapshot)
    }
  }

  /// The first question, when the program starts.
  package mutating func start(refreshing: Bool = false) -> [Command] {
    ask(refreshing: refreshing)
  }

  /// Asks for what the screens need now.
  mutating func ask(refreshing: Bool = false) -> [Command] {
    request += 1
    askedAt = uptime
    return [.watch(query, request: request, refreshing: refreshing)]
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
        Freshness().isStale($0, for: slot.key.period, zone: zone, now: now)
      } ?? false
    }
  }

  private mutating func take(_ snapshot: Snapshot) -> [Command] {
    askedAt = nil
    if snapshot.zone != zone {
      zone = snapshot.zone
      if query != snapshot.query { return ask() }
    }
    self.snapshot = snapshot
    refreshBoard()
    return []
  }

  private mutating func perform(_ action: Action) -> [Command] {
    switch action {
    case .quit: isFinished = true
    case .help: help = help == nil ? 0 : nil
    case .refresh: return refresh()
    case .switchBoard where help == nil:
      resource = resource.other
      refreshBoard()
      return ask()
    case .byDay: return draw(by: .day)
    case .byWeek: return draw(by: .week)
    case .byMonth: return draw(by: .month)
    case .byTotal: return draw(by: .total)
    case .earlier: return step(by: -1)
    case .later: return step(by: 1)
    case .shorterRange: return lengthen(by: -1)
    case .longerRange: return lengthen(by: 1)
    default: performOnScreen(action)
    }
    return []
  }

  private mutating func performOnScreen(_ action: Action) {
    if help != nil {
      performInHelp(action)
    } else if user != nil {
      performOnUser(action)
    } else {
      performOnTeam(action)
    }
  }

  private mutating func refresh() -> [Command] {
    guard saved != nil else { return ask(refreshing: true) }
    notice = "These records are read from a file: there is nothing to fetch."
    return []
  }

  private mutating func draw(by granularity: Granularity) -> [Command] {
    guard granularity != self.granularity else { return [] }
    // A week or a month that is the whole range is its total, too.
    let isThere = granularity == .total && snapshot?.window(.total, of: resource) != nil
    if let saved, !isThere, !saved.granularities.contains(granularity) {
      notice =
        granularity == .total
        ? "The file has no totals." : "The file has no records by \(granularity.rawValue)."
      return []
    }
    self.granularity = granularity
    return ask()
  }

  private mutating func step(by steps: Int) -> [Command] {
    guard let range = range.stepped(by: steps, today: today) else {
      notice =
        saved == nil
        ? "This is the newest range: the source has data up to yesterday."
        : "This is the newest range of the file."
      return []
    }
    if let saved, range.span(today: today).end <= saved.days.start {
      notice = "The file has no older records."
      return []
    }
    self.range = range
    return ask()
  }

  private mutating func lengthen(by steps: Int) -> [Command] {
    let lengths = [7, 30, 90]
    let span = range.span(today: today)
    let days = span.count
    let next =
      steps > 0 ? lengths.first { $0 > days } : lengths.last { $0 < days }
    guard let next else {
      notice = "The range is as \(steps > 0 ? "long" : "short") as it gets with this key."
      return []
    }
    // A range that was stepped back keeps its last day.
    range =
      span.end == today
      ? .rolling(days: next, back: 0) : .dates(DaySpan(span.end - next, span.end))
    return ask()
  }
}
