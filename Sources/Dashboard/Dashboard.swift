package import Canvas
package import Loop

/// The dashboard as a program: which function does what.
package enum DashboardProgram: Program {
  /// How long a first answer may take before the screen says that it is waiting, in milliseconds.
  static let slowAfter = 500
  /// How often the age on screen is brought up to date, in milliseconds.
  static let ageInterval = 60_000

  /// How often the rate of requests is brought up to date while it is seen, in milliseconds.
  static let rateInterval = 1000

  /// What an event means to the dashboard; nil when it means nothing.
  package static func message(for event: Event, at now: Moment) -> Message? {
    switch event {
    case .key(let key): .keyPressed(key, now)
    case .resized(let size): .resized(size, now)
    case .woken: .ticked(now)
    case .pasted(let text): .pasted(text, now)
    case .mouse(let event): .mouseUsed(event, now)
    case .resumed, .terminated, .hungUp: nil
    }
  }

  /// Changes the state as the message says, and gives back what is to be done outside of it.
  package static func update(_ model: inout Model, _ message: Message) -> [Command] {
    model.update(message) + model.rememberChanges() + model.judgeChanges()
  }

  /// The same where no key waits: what is to be judged is judged at once.
  package static func updateAtOnce(_ model: inout Model, _ message: Message) -> [Command] {
    defer { model.judgeAtOnce() }
    return model.update(message) + model.rememberChanges()
  }

  /// Draws the state on a screen of this size.
  package static func view(_ model: Model, size: Size) -> Frame { screenView(model, size: size) }

  /// When to wake next, in milliseconds of uptime; nil when only an event changes the screen.
  package static func nextDeadline(_ model: Model) -> Int? {
    let asked = [
      model.askedAt, model.recordAskedAt, model.conversationsAskedAt, model.transcriptAskedAt,
    ].compactMap(\.self).map { $0 + slowAfter }
    if let due = asked.filter({ model.uptime < $0 }).min() { return due }
    // The rate of the last minute falls while nothing is sent.
    if model.kind == .accounts, model.hasRecentRequests { return model.uptime + rateInterval }
    return model.snapshot == nil ? nil : model.uptime + ageInterval
  }

  /// Whether the user has quit.
  package static func isFinished(_ model: Model) -> Bool { model.isFinished }
}
