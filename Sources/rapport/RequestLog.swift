import Dispatch
import Glibc
import Records

/// The log file: a line for every request, and what was wrong with it. It is written on a queue of
/// its own, since files block.
final class RequestLog: Sendable {
  private static let limit = 4 << 20
  private let path: String
  private let zone: Zone
  private static let queue = DispatchQueue(label: "rapport.log")

  init(path: String, zone: Zone) {
    self.path = path
    self.zone = zone
  }

  func add(_ entry: RequestLogEntry) {
    RequestLog.queue.async { self.append(self.line(entry)) }
  }

  /// Returns when every line so far is written.
  static func finish() { queue.sync {} }

  private func line(_ entry: RequestLogEntry) -> String {
    var words = [
      zone.text(of: entry.at), "GET \(entry.path)", entry.status.map(String.init) ?? "no-answer",
      "\(entry.bytes) bytes", "\(Int((entry.seconds * 1000).rounded())) ms",
      "try \(entry.attempt)",
    ]
    // What a server said must not be able to forge a line of its own.
    if let note = entry.note { words.append(note.filter { !$0.isNewline }) }
    return words.joined(separator: " · ") + "\n"
  }

  /// A log that cannot be written must not stop the work that it is about.
  private func append(_ line: String) {
    makeFolders(parent(of: path))
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    if lseek(file, 0, SEEK_END) > RequestLog.limit { rename(path, path + ".1") }
    try? writeAll(line.utf8, to: file)
  }
}
