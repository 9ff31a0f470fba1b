import Foundation
import Loop
import Synchronization

/// A terminal without a screen: a program is given its end of a pseudo-terminal, and what the
/// program writes is collected.
final class PseudoTerminal: Sendable {
  private final class Reader: Sendable {
    let written = Mutex<[UInt8]>([])
    let ended = DispatchSemaphore(value: 0)

    /// Reads all the time, for a program that nobody reads from blocks on a large frame.
    func collect(from descriptor: Int32, until stop: Int32) {
      var chunk = [UInt8](repeating: 0, count: 4096)
      var polled = [descriptor, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      while poll(&polled, 2, -1) < 0 || polled[1].revents == 0 {
        let count = read(descriptor, &chunk, chunk.count)
        if count > 0 { written.withLock { $0 += chunk[..<count] } }
      }
      close(descriptor)
      ended.signal()
    }
  }

  /// The program's end.
  let programEnd: Int32
  private let userEnd: Int32
  private let reader = Reader()
  private let stop: WakePipe
  private let isUp = Mutex(true)

  init(columns: Int = 120, rows: Int = 40) throws {
    var ends: (user: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.user, &ends.program, nil, nil, nil) == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    (userEnd, programEnd) = ends
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
  func hangUp() {
    isUp.withLock { isUp in
      guard isUp else { return }
      isUp = false
      stop.wake()
      reader.ended.wait()
    }
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(userEnd, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    write(userEnd, bytes, bytes.count)
  }

  /// What the program has written since the last call.
  func output() -> [UInt8] {
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

  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(programEnd, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}
