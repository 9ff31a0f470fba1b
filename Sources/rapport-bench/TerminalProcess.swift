internal import Glibc

/// A program on a terminal of its own, driven and timed from outside.
final class TerminalProcess {
  static let columns = 120
  static let rows = 40

  let id: pid_t
  private let userEnd: Int32

  /// Starts a program; every entry of `environment` is `NAME=VALUE`.
  init(
    _ path: String, _ arguments: [String], environment: [String]
  ) throws(BenchError) {
    var size = winsize(
      ws_row: UInt16(Self.rows), ws_col: UInt16(Self.columns), ws_xpixel: 0, ws_ypixel: 0)
    var ends: (user: Int32, program: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 64)
    guard openpty(&ends.user, &ends.program, &name, nil, &size) == 0 else {
      throw BenchError("No pseudo-terminal can be had.")
    }
    userEnd = ends.user
    for end in [ends.user, ends.program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A terminal that nobody has open any more reads as its end, so this has to outlast the start.
    defer { close(ends.program) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID of <spawn.h>, which shows it to GNU sources only: the terminal is to
    // control the program.
    posix_spawnattr_setflags(&attributes, 0x80)
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var id: pid_t = 0
    guard posix_spawn(&id, path, &actions, &attributes, &argv, &envp) == 0 else {
      throw BenchError("Cannot start \(path): build it in the same configuration.")
    }
    self.id = id
  }

  deinit {
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
    close(userEnd)
  }

  /// What the program wrote in one go.
  struct Burst {
    var bytes: [UInt8] = []
    /// When the last of it came, in nanoseconds; of frames that change much, the last one of those:
    /// what needs attention is said in a line of its own, later.
    var endedAt = 0
  }

  /// Presses keys and gives back what came of it, and after how many nanoseconds the last of it
  /// came; nil if nothing did. It has all come when nothing more does for `quiet` milliseconds.
  func press(_ keys: String, quiet: Int) -> (burst: Burst, nanoseconds: Int)? {
    let bytes = Array(keys.utf8)
    let start = nanoseconds()
    write(userEnd, bytes, bytes.count)
    let burst = read(quiet: quiet, within: 10_000)
    return burst.bytes.isEmpty ? nil : (burst, burst.endedAt - start)
  }

  /// What comes until nothing more does for `quiet` milliseconds; the first of it is waited for
  /// longer.
  func read(quiet: Int, within first: Int) -> Burst {
    var burst = Burst()
    var chunk = [UInt8](repeating: 0, count: 65536)
    // What the program writes after each frame that changes much.
    let frameEnd = Array("\u{1b}[?2026l".utf8)
    var hasEndedFrame = false
    while true {
      var polled = pollfd(fd: userEnd, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, Int32(burst.bytes.isEmpty ? first : quiet)) > 0 else { return burst }
      let count = Glibc.read(userEnd, &chunk, chunk.count)
      guard count > 0 else { return burst }
      let before = burst.bytes.count
      burst.bytes += chunk[..<count]
      // The mark may have come in two pieces, but one that came before is not another one.
      let endsFrame = burst.bytes[max(0, before - frameEnd.count + 1)...].contains(frameEnd)
      if endsFrame || !hasEndedFrame { burst.endedAt = nanoseconds() }
      hasEndedFrame = hasEndedFrame || endsFrame
    }
  }

  /// Waits for the program's end while its output is read, and gives back its exit code.
  func ending() -> Int32 {
    while !read(quiet: 1000, within: 600_000).bytes.isEmpty {}
    var status: Int32 = 0
    waitpid(id, &status, 0)
    return status >> 8 & 0xff
  }
}

/// A clock that only goes forward.
func nanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// A sentence about why nothing could be measured.
struct BenchError: Error {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}
