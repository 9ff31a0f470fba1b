import Dashboard
import Dispatch
import Glibc

/// Writes tables to files, on a queue of its own since files block.
enum ExportFile {
  private static let queue = DispatchQueue(label: "rapport.export")

  /// Writes a table; `report` gets a sentence about what came of it.
  static func write(
    _ export: Export, path: String, overwrites: Bool,
    report: @escaping @Sendable (String) -> Void
  ) {
    queue.async {
      let path = expanded(path)
      let text = path.hasSuffix(".json") ? ExportText.json(export) : ExportText.csv(export)
      report(save(text, to: path, overwrites: overwrites, rows: export.rows.count))
    }
  }

  /// `~` is the user's home, as in a shell.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  private static func save(_ text: String, to path: String, overwrites: Bool, rows: Int) -> String {
    // The file holds what people said and did: it is for the user's eyes until they decide.
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (overwrites ? O_TRUNC : O_EXCL)
    let file = open(path, flags, 0o600)
    guard file >= 0 else {
      let error = SystemError()
      if error.code == EEXIST { return "\(path) exists: :write! \(path) overwrites it." }
      return "\(path) cannot be written: \(error.words)."
    }
    defer { close(file) }
    do throws(SystemError) {
      try writeAll(text.utf8, to: file)
    } catch {
      return "\(path) could not be written to its end: \(error.words)."
    }
    return "Wrote \(rows == 1 ? "1 row" : "\(rows) rows") to \(path)."
  }
}
