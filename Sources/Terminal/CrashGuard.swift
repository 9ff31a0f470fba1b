internal import Glibc
internal import Synchronization

/// What a handler needs to give the terminal back. It lives in memory of its own because a handler
/// may neither allocate nor touch Swift's objects.
private struct GivenBack {
  var descriptor: Int32
  var modes: termios
  var text: UnsafeMutableBufferPointer<UInt8>
  var standardError: StandardErrorHold?
  var reporter: CrashReporter
  var keepsFormerHandlers: Bool
}

// Handed over as a whole and never changed: the handler only reads what it points to.
private nonisolated(unsafe) let givenBack = Atomic<UnsafeMutablePointer<GivenBack>?>(nil)
// Filled before any handler that reads it is in place.
private nonisolated(unsafe) let formerHandlers = UnsafeMutablePointer<sigaction>
  .allocate(capacity: Int(fatalSignals.max() ?? 0) + 1)
private let fatalSignals = [SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGQUIT]

/// Gives the terminal back, says what happened, then lets the signal do what it would have done without us.
private func die(signal: Int32) {
  var after = sigaction()
  after.__sigaction_handler.sa_handler = SIG_DFL
  if let state = givenBack.exchange(nil, ordering: .acquiring) {
    write(state.pointee.descriptor, state.pointee.text.baseAddress, state.pointee.text.count)
    tcsetattr(state.pointee.descriptor, TCSANOW, &state.pointee.modes)
    state.pointee.standardError?.release()
    state.pointee.reporter.write(signal, terminal: state.pointee.descriptor)
    if state.pointee.keepsFormerHandlers { after = formerHandlers[Int(signal)] }
  }
  sigaction(signal, &after, nil)
  // Blocked until the handler returns, then fatal: the process dies with the signal's own number.
  raise(signal)
}

/// Sees to it that a crash gives the terminal back and leaves a report. Swift's own crash report would wait for a key
/// on a terminal, so it only gets its turn when SWIFT_BACKTRACE asks for it; otherwise the process
/// dies at once, with the signal that hit it.
struct CrashGuard {
  private let state: UnsafeMutablePointer<GivenBack>

  /// `text` is what the terminal is sent; `modes` are those it had before.
  init(
    descriptor: Int32, modes: termios, text: [UInt8], standardError: StandardErrorHold?,
    report: CrashReport?
  ) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = copy.initialize(from: text)
    state = .allocate(capacity: 1)
    state.initialize(
      to: GivenBack(
        descriptor: descriptor, modes: modes, text: copy, standardError: standardError,
        reporter: CrashReporter(report),
        keepsFormerHandlers: getenv("SWIFT_BACKTRACE") != nil))
    givenBack.store(state, ordering: .releasing)
    Self.provideStack()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = die
    action.sa_flags = SA_ONSTACK
    // In the background, giving the modes back would stop the process instead.
    sigaddset(&action.sa_mask, SIGTTOU)
    for signal in fatalSignals { sigaction(signal, &action, formerHandlers + Int(signal)) }
  }

  /// Puts the former handlers back; the terminal has been given back by then.
  func end() {
    givenBack.store(nil, ordering: .releasing)
    for signal in fatalSignals { sigaction(signal, formerHandlers + Int(signal), nil) }
    state.pointee.text.deallocate()
    state.pointee.reporter.end()
    state.deallocate()
  }

  /// An endless recursion leaves no stack to run a handler on.
  private static func provideStack() {
    var stack = stack_t()
    sigaltstack(nil, &stack)
    guard stack.ss_flags & Int32(SS_DISABLE) != 0 else { return }
    let size = 65536
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    stack.ss_flags = 0
    sigaltstack(&stack, nil)
  }
}
