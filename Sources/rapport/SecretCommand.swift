import Canvas
import Glibc

/// Runs a command that prints a secret on its first line. Blocks until it is over.
struct SecretCommand {
  /// Why there is no secret, for a person.
  struct Failed: Error {
    let sentence: String
  }

  /// `POSIX_SPAWN_SETSID`, which Glibc has for GNU sources only.
  private static let newSession: Int16 = 0x80

  let words: [String]
  var timeout = 30.0

  /// The first line of its output. It runs without a shell and without a terminal, and is ended
  /// when it takes too long.
  func firstLine() throws(Failed) -> String {
    let output = Pipe(), errors = Pipe()
    guard output.isOpen, errors.isOpen else {
      throw Failed(sentence: "No more files can be opened.")
    }
    let id = try start(output: output.writing, errors: errors.writing)
    output.closeWriting()
    errors.closeWriting()
    let (status, text, words) = wait(for: id, output, errors)
    guard let status else {
      throw Failed(sentence: "\(name) did not end within \(Int(timeout.rounded(.up))) s.")
    }
    guard status == 0 else {
      let reason = SecretCommand.line(words).map { ": \($0.prefix(120))" } ?? ""
      throw Failed(sentence: "\(name) failed\(reason).")
    }
    guard let line = SecretCommand.line(text) else {
      throw Failed(sentence: "\(name) printed no secret on its first line.")
    }
    return line
  }

  private var name: String { "The command “\(words[0].harmless)”" }

  private func start(output: Int32, errors: Int32) throws(Failed) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own: what it starts can be ended with it, and no question of it can reach
    // the terminal that the dashboard draws on. Signals are as usual programs expect them.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | SecretCommand.newSession)
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else {
      throw Failed(sentence: "\(name) cannot be started: \(String(cString: strerror(code))).")
    }
    return id
  }

  /// Reads what it prints until it ends; without a status when it had to be ended. What it has left
  /// running may hold the pipes open, and is not waited for.
  private func wait(
    for id: pid_t, _ output: Pipe, _ errors: Pipe
  ) -> (status: Int32?, output: [UInt8], errors: [UInt8]) {
    let deadline = SecretCommand.seconds + timeout
    var status: Int32 = 0
    while waitpid(id, &status, WNOHANG) == 0 {
      guard SecretCommand.seconds < deadline else {
        kill(-id, SIGKILL)
        waitpid(id, &status, 0)
        return (nil, [], [])
      }
      var polled = [output, errors].filter { !$0.isOver }
        .map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
      // Its end makes no sound here, so that it is looked for a few times a second.
      poll(&polled, nfds_t(polled.count), 50)
      output.read()
      errors.read()
    }
    output.read()
    errors.read()
    return (status, output.bytes, errors.bytes)
  }

  private static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// The first line without the space around it; nil when there is nothing on it.
  private static func line(_ bytes: [UInt8]) -> String? {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || (9...13).contains(byte) }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }.drop(while: isSpace)
    guard let last = line.lastIndex(where: { !isSpace($0) }) else { return nil }
    return String(decoding: line[...last], as: UTF8.self)
  }
}

/// A pipe of which the beginning of what comes is kept.
private final class Pipe {
  private static let limit = 1 << 16
  private(set) var reading: Int32 = -1
  private(set) var writing: Int32 = -1
  private(set) var bytes: [UInt8] = []
  private(set) var isOver = false

  var isOpen: Bool { reading >= 0 }

  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(reading, F_SETFL, O_NONBLOCK)
  }

  deinit {
    closeWriting()
    if reading >= 0 { close(reading) }
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Takes what is there without waiting.
  func read() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !isOver {
      let count = Glibc.read(reading, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count].prefix(Pipe.limit - bytes.count)
      } else if count == 0 {
        isOver = true
      } else if errno != EINTR {
        return
      }
    }
  }
}
