import Foundation
import Testing

/// A program that was started, with no more of this process than three descriptors.
final class ChildProcess {
  /// How it ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(by: Int32)
  }

  /// What it reads from and writes to.
  enum Streams {
    case descriptors(input: Int32, output: Int32, errors: Int32)
    /// A terminal by its path, which the program gets as the one that controls it.
    case terminal(path: String)
  }

  struct NotStarted: Error { let code: Int32 }
  struct StillRunning: Error, CustomStringConvertible {
    let seconds: Double
    var description: String { "It still ran after \(seconds) s." }
  }

  let id: pid_t
  /// Readable when no process holds the other end any more.
  private let endPipe: Int32
  private var isReaped = false

  init(
    _ path: String, _ arguments: [String], environment: [String: String], streams: Streams
  ) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw NotStarted(code: errno) }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch streams {
    case .descriptors(let input, let output, let errors):
      for (index, descriptor) in [input, output, errors].enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(index))
      }
    case .terminal(let path):
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 3)
    // What other tests have open at the same time is none of its business, above all not the ends
    // of their pipes and terminals. Closing what is not open does no harm.
    for descriptor in Int32(4)..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = ChildProcess.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, path, &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      close(ends[0])
      throw NotStarted(code: code)
    }
    self.id = id
    endPipe = ends[0]
  }

  deinit {
    if !isReaped {
      kill(id, SIGKILL)
      waitpid(id, nil, 0)
    }
    close(endPipe)
  }

  func send(_ signal: Int32) { kill(id, signal) }

  /// Waits for the end of it and of what it has started.
  func ending(within seconds: Double = 60) async throws -> Ending {
    let isOver = await onThreadOfItsOwn { [endPipe] in
      var polled = pollfd(fd: endPipe, events: Int16(POLLIN), revents: 0)
      while poll(&polled, 1, Int32(seconds * 1000)) < 0, errno == EINTR {}
      return polled.revents != 0
    }
    guard isOver else { throw StillRunning(seconds: seconds) }
    var status: Int32 = 0
    waitpid(id, &status, 0)
    isReaped = true
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(by: signal)
  }

  /// POSIX_SPAWN_SETSID of <spawn.h>, which shows it to GNU sources only.
  private static let newSession: Int16 = 0x80

  /// A session of its own, and signals as a shell leaves them: none blocked, none ignored.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    return attributes
  }
}

/// Runs what blocks where it holds up no other test.
func onThreadOfItsOwn<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: body()) }
  }
}
