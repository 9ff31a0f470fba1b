internal import CNcurses
internal import Glibc

/// What is said to the terminal past curses, which has no words for it.
extension CursesScreen {
  static let synchronizedStart = "\u{1b}[?2026h"
  static let synchronizedEnd = "\u{1b}[?2026l"
  static let pasteOn = "\u{1b}[?2004h"
  static let pasteOff = "\u{1b}[?2004l"
  /// Presses and the wheel, in a form that has room for any column.
  static let mouseOn = "\u{1b}[?1000h\u{1b}[?1006h"
  static let mouseOff = "\u{1b}[?1006l\u{1b}[?1000l"

  /// Tells the terminal which of its reports are wanted.
  func startReports() { send(Self.pasteOn + (reportsMouse ? Self.mouseOn : "")) }

  /// Tells the terminal that none of its reports are wanted any more.
  func endReports() { send((reportsMouse ? Self.mouseOff : "") + Self.pasteOff) }

  /// Writes at once, past curses' buffer; nothing to a plain terminal, which might print it.
  func send(_ text: String) {
    guard !options.isPlainTerminal else { return }
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(options.output, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        // A terminal that is gone is noticed when it is read.
        guard count > 0 || errno == EINTR else { return }
        sent += max(0, count)
      }
    }
  }

  /// What gives the terminal back when there is no time for anything but one write: the marks
  /// above off, then what its description has for ending full-screen programs.
  static var restoringText: [UInt8] {
    let capabilities = ["sgr0", "rmkx", "rmcup", "cnorm"].compactMap { (name: String) in
      shim_capability(name).map { String(cString: $0) }
    }
    // On a terminal with but one screen the shell goes on below what was drawn.
    let end = shim_capability("rmcup") == nil ? "\r\n" : ""
    return Array(
      (synchronizedEnd + mouseOff + pasteOff + capabilities.map(withoutPadding).joined() + end).utf8
    )
  }

  /// Descriptions of slow terminals hold pauses, written `$<5>`.
  private static func withoutPadding(_ text: String) -> String {
    var rest = Substring(text)
    var kept = ""
    while let character = rest.popFirst() {
      if character == "$", rest.first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        kept.append(character)
      }
    }
    return kept
  }
}
