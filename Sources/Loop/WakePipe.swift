internal import Glibc

/// No pipe could be had for waking the loop.
package struct WakePipeError: Error, CustomStringConvertible {
  /// What `errno` said.
  package let code: Int32

  /// One sentence, with what to do next.
  package var description: String {
    "Cannot open a pipe (\(String(cString: strerror(code)))); "
      + "raise the limit on open files with ulimit -n."
  }
}

/// A pipe to a sleeping loop: bytes written to one end make the other readable. Neither end ever
/// blocks; when the pipe is full the reader is awake anyway.
package struct WakePipe: ~Copyable, Sendable {
  /// The end for the loop to poll.
  package let readingEnd: Int32
  /// The end for whoever wakes it; a signal handler may write to it as well.
  package let writingEnd: Int32

  /// Throws when the process has no descriptors left.
  package init() throws(WakePipeError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw WakePipeError(code: errno) }
    (readingEnd, writingEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(readingEnd)
    close(writingEnd)
  }

  /// Makes the reading end readable.
  package func wake() {
    var byte: UInt8 = 0
    while write(writingEnd, &byte, 1) < 0, errno == EINTR {}
  }

  /// Takes out every byte that was written.
  package func takeBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(readingEnd, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }
}
