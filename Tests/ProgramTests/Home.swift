import Foundation
import Testing

/// A user's folders, empty at first and gone with this value, in which the program is run.
final class Home: Sendable {
  /// What one run of the program left behind.
  struct Outcome {
    let ending: ChildProcess.Ending
    let output: String
    let errors: String

    /// What was said, a sentence a line.
    var sentences: [String] { errors.split(separator: "\n").map(String.init) }
    var lines: [Substring] { output.split(whereSeparator: \.isNewline) }
  }

  let folder: URL

  init() throws {
    folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("rapport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record(error)
    }
  }

  /// The program, which is built beside the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("rapport").path

  /// The folder of one kind of files: `cache`, `config` or `state`.
  func folder(_ kind: String) -> URL { folder.appendingPathComponent(kind) }

  var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_CACHE_HOME": folder("cache").path,
      "XDG_CONFIG_HOME": folder("config").path, "XDG_STATE_HOME": folder("state").path,
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "Europe/Berlin", "TERM": "xterm-256color",
    ]
  }

  /// Runs the program without a terminal until it ends.
  func run(
    _ arguments: [String], _ changes: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(Home.program, arguments, changes)
  }

  /// Runs lines of a shell in which `$0` is the program.
  func shell(_ lines: String, _ changes: [String: String] = [:]) async throws -> Outcome {
    try await run("/bin/sh", ["-c", lines, Home.program], changes)
  }

  private func run(
    _ path: String, _ arguments: [String], _ changes: [String: String]
  ) async throws -> Outcome {
    let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(input) }
    // Files take any amount without anybody reading at the same time.
    let streams = [tmpfile(), tmpfile()]
    defer { streams.forEach { fclose($0) } }
    let files = streams.map { fileno($0) }
    let process = try ChildProcess(
      path, arguments, environment: environment.merging(changes) { $1 },
      streams: .descriptors(input: input, output: files[0], errors: files[1]))
    let ending = try await process.ending()
    let texts = files.map { file in
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
      lseek(file, 0, SEEK_SET)
      return String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
    }
    return Outcome(ending: ending, output: texts[0], errors: texts[1])
  }
}
