internal import Glibc
internal import Loop
internal import Synchronization

/// The writing end of the pipe that the handler below writes to.
private let relayDescriptor = Atomic<Int32>(-1)

/// Only what a signal handler may do: one write, and `errno` left as it was.
private func relay(signal: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  write(relayDescriptor.load(ordering: .relaxed), &byte, 1)
  errno = saved
}

/// Turns signals into bytes that the loop finds when it wakes. One at a time exists.
final class SignalRelay {
  private static let relayed = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]

  private let pipe: WakePipe
  private var former: [(signal: Int32, action: sigaction)] = []

  /// Handlers are in place when this returns. Installed before curses starts, they keep it from
  /// installing its own, which do more than a handler may.
  init() throws(WakePipeError) {
    pipe = try WakePipe()
    relayDescriptor.store(pipe.writingEnd, ordering: .relaxed)
    for signal in Self.relayed { former.append((signal, Self.handle(signal, by: relay))) }
    former.append((SIGPIPE, Self.handle(SIGPIPE, by: SIG_IGN)))
  }

  /// Becomes readable when a signal has come.
  var descriptor: Int32 { pipe.readingEnd }

  /// The signals that have come since the last call; a storm of one counts once.
  func take() -> Set<Int32> { Set(pipe.takeBytes().map(Int32.init)) }

  /// Stops the process as its shell expects after Ctrl-Z, and returns when it is continued.
  func stop() {
    let relaying = Self.handle(SIGTSTP, by: SIG_DFL)
    raise(SIGTSTP)
    _ = Self.replace(SIGTSTP, by: relaying)
  }

  /// Puts back the handlers that were there before.
  func end() {
    for (signal, action) in former { _ = Self.replace(signal, by: action) }
    former = []
    relayDescriptor.store(-1, ordering: .relaxed)
  }

  private static func handle(_ signal: Int32, by handler: __sighandler_t?) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // Blocking calls of other threads are none of a resize's business.
    action.sa_flags = SA_RESTART
    return replace(signal, by: action)
  }

  private static func replace(_ signal: Int32, by action: sigaction) -> sigaction {
    var action = action
    var former = sigaction()
    sigaction(signal, &action, &former)
    return former
  }
}
