internal import Canvas
internal import Glibc

/// Why a program's loop ended.
package enum Ending: Equatable, Sendable {
  /// The program said that it was done.
  case finished
  /// A signal asked it to end.
  case terminated(signal: Int32)
  /// The terminal is gone: nothing can be shown any more.
  case hungUp
}

/// The loop of a program: it owns the model, waits for events, messages and deadlines, and draws.
/// It belongs to one thread, and while nothing happens it sleeps without a tick.
package final class Runtime<P: Program> {
  /// The model as the last message left it.
  package private(set) var model: P.Model

  private let screen: any Screen
  private let inbox: Inbox<P.Message>
  private let clock: () -> Moment
  private let interpret: (P.Command) -> Void
  private var pacer = FramePacer()
  private var lastWoken = Int.min / 2
  private var ending: Ending?

  /// `interpret` does what commands say. It is called on the loop's thread, the only one that may
  /// use the screen, so it must not block; what comes of a command arrives through the inbox.
  package init(
    model: P.Model, screen: any Screen, inbox: Inbox<P.Message>,
    clock: @escaping () -> Moment = { .now }, interpret: @escaping (P.Command) -> Void
  ) {
    self.model = model
    self.screen = screen
    self.inbox = inbox
    self.clock = clock
    self.interpret = interpret
  }

  /// Starts with these commands and runs until the program is done or cannot go on.
  package func run(startingWith commands: [P.Command] = []) -> Ending {
    commands.forEach(interpret)
    endIfFinished()
    while true {
      if let ending { return ending }
      let now = clock()
      if pacer.takesFrame(at: now.uptime) { screen.draw(P.view(model, size: screen.size)) }
      wait(until: [nextWake, pacer.deadline].compactMap(\.self).min(), from: now.uptime)
      takeEvents()
      takeMessages()
      wakeIfDue()
    }
  }

  /// A deadline that has passed and is given again must not turn the loop into a busy one.
  private var nextWake: Int? {
    P.nextDeadline(model).map { max($0, lastWoken + FramePacer.interval) }
  }

  private func wait(until deadline: Int?, from now: Int) {
    let limit = Int(Int32.max)
    let timeout = deadline.map { Int32(max(0, min($0 <= now ? 0 : $0 - now, limit))) } ?? -1
    var polled = (screen.descriptors + [inbox.descriptor]).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // An interruption needs no care: the loop goes round and asks again. Nor does the outcome:
    // asking the screen and the inbox in vain costs less than keeping account of who was ready.
    poll(&polled, nfds_t(polled.count), timeout)
  }

  private func takeEvents() {
    for event in screen.readEvents() where ending == nil {
      if let message = P.message(for: event, at: clock()) { take(message) }
      switch event {
      case .resized, .resumed: pacer.invalidate()
      // These end the loop whatever the program made of them.
      case .terminated(let signal): ending = .terminated(signal: signal)
      case .hungUp: ending = .hungUp
      case .key, .pasted, .mouse, .woken: break
      }
    }
  }

  private func takeMessages() {
    guard ending == nil else { return }
    for message in inbox.takeAll() where ending == nil { take(message) }
  }

  private func wakeIfDue() {
    guard ending == nil, let deadline = nextWake else { return }
    let now = clock()
    guard now.uptime >= deadline else { return }
    lastWoken = now.uptime
    if let message = P.message(for: .woken, at: now) { take(message) }
  }

  private func take(_ message: P.Message) {
    let commands = P.update(&model, message)
    pacer.invalidate()
    commands.forEach(interpret)
    endIfFinished()
  }

  private func endIfFinished() {
    if P.isFinished(model) { ending = .finished }
  }
}
