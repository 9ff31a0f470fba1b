import Foundation
import Loop
import Synchronization

/// A terminal without a screen: a program is given its end of a pseudo-terminal, and what the
/// program writes is collected.
package final class PseudoTerminal: Sendable {
  private final class Reader: Sendable {
    let written = Mutex<[UInt8]>([])
    let arrived = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)

    /// Reads all the time, for a program that nobody reads from blocks on a large frame.
    func collect(from descriptor: Int32, until stop: Int32) {
      var chunk = [UInt8](repeating: 0, count: 4096)
      var polled = [descriptor, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      while poll(&polled, 2, -1) < 0 || polled[1].revents == 0 {
        let count = read(descriptor, &chunk, chunk.count)
        if count > 0 {
          written.withLock { $0 += chunk[..<count] }
          arrived.signal()
        }
      }
      close(descriptor)
      ended.signal()
    }
  }

  /// The program's end.
  package let programEnd: Int32
  /// The path under which a program opens its end itself.
  package let path: String
  private let userEnd: Int32
  private let reader = Reader()
  private let stop: WakePipe
  private let isUp = Mutex(true)

  /// A terminal of a size.
  package init(columns: Int = 120, rows: Int = 40) throws {
    var ends: (user: Int32, program: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 64)
    guard openpty(&ends.user, &ends.program, &name, nil, nil) == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    (userEnd, programEnd) = ends
    for end in [userEnd, programEnd] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    stop = try WakePipe()
    resize(columns: columns, rows: rows)
    Thread.detachNewThread { [reader, userEnd, stop = stop.readingEnd] in
      reader.collect(from: userEnd, until: stop)
    }
  }

  deinit {
    hangUp()
    close(programEnd)
  }

  /// Pulls the plug.
  package func hangUp() {
    isUp.withLock { isUp in
      guard isUp else { return }
      isUp = false
      stop.wake()
      reader.ended.wait()
    }
  }

  /// Changes the size; the program at the other end is told by a signal.
  package func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(userEnd, UInt(TIOCSWINSZ), &size)
  }

  /// Presses keys.
  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    write(userEnd, bytes, bytes.count)
  }

  /// What another process has written since the last call; waits so many seconds for anything.
  package func output(within seconds: Double) -> [UInt8] {
    let deadline = DispatchTime.now() + seconds
    while true {
      let bytes = reader.written.withLock { bytes in
        defer { bytes = [] }
        return bytes
      }
      // Of what was taken before, some arrivals may not have been counted down yet.
      if !bytes.isEmpty || reader.arrived.wait(timeout: deadline) == .timedOut { return bytes }
    }
  }

  /// What this process has written since the last call, to the last byte.
  package func output() -> [UInt8] {
    let mark = Array("\u{1}\u{2}end of output\u{2}\u{1}".utf8)
    write(programEnd, mark, mark.count)
    while true {
      let taken = reader.written.withLock { bytes -> [UInt8]? in
        guard bytes.suffix(mark.count) == mark[...] else { return nil }
        defer { bytes = [] }
        return bytes.dropLast(mark.count)
      }
      if let taken { return taken }
      sched_yield()
    }
  }

  /// How the terminal treats input and output.
  package var modes: [UInt32] {
    var modes = termios()
    tcgetattr(programEnd, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}
