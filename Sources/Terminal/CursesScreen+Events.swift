internal import CNcurses
internal import Canvas
internal import Glibc
package import Loop

extension CursesScreen {
  /// The terminal, and where its signals arrive.
  package var descriptors: [Int32] { [options.input, signals.descriptor] }

  /// Everything that has happened since the last call. Changes of size come first, so that keys
  /// meet the size they were pressed at; what ends the program comes last. A Ctrl-Z stops the
  /// process in here.
  package func readEvents() -> [Event] {
    guard isOpen else { return [] }
    let caught = signals.take()
    var events: [Event] = []
    if caught.contains(SIGTSTP) {
      leave(while: signals.stop)
      // The signal that continued the process says nothing new.
      _ = signals.take()
      events.append(.resumed)
    } else if caught.contains(SIGCONT) {
      // Stopped by force, without a chance to give the terminal back.
      leave {}
      events.append(.resumed)
    }
    // Even at the same size, what the terminal shows may have been moved about.
    if caught.contains(SIGWINCH) || !events.isEmpty {
      takeSize()
      events.append(.resized(size))
    }
    let isGone = isGone
    events += keys.events(at: Moment.now.uptime, next: nextKey)
    for signal in [SIGINT, SIGTERM] where caught.contains(signal) {
      events.append(.terminated(signal: signal))
    }
    if caught.contains(SIGHUP) || isGone { events.append(.hungUp) }
    return events
  }

  /// Stops the process as soon as events are next read, as Ctrl-Z does.
  package func suspend() { raise(SIGTSTP) }

  /// A terminal that is gone is readable without end, and has nothing to read.
  private var isGone: Bool {
    var polled = pollfd(fd: options.input, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 0) > 0 else { return false }
    let isBroken = Int32(polled.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
    var readable: Int32 = 0
    return isBroken || ioctl(options.input, UInt(FIONREAD), &readable) != 0 || readable == 0
  }

  private func nextKey() -> Int32? {
    var code = wgetch(keyWindow)
    // Curses also puts its own changes of size among the keys.
    while code == KEY_RESIZE { code = wgetch(keyWindow) }
    return code == ERR ? nil : code
  }

  private func takeSize() {
    shown = nil
    var actual = winsize()
    guard ioctl(options.output, UInt(TIOCGWINSZ), &actual) == 0 else { return }
    let columns = Int(actual.ws_col)
    let rows = Int(actual.ws_row)
    // A terminal may say that it has no size at all while it is being set up.
    guard columns > 0, rows > 0, size != Size(columns: columns, rows: rows) else { return }
    resizeterm(Int32(rows), Int32(columns))
    size = Size(columns: columns, rows: rows)
  }
}
