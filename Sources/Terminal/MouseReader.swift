internal import Canvas
internal import Loop

/// Makes events of a terminal's reports of its mouse. Like keys, a report may arrive in pieces.
struct MouseReader {
  /// The most milliseconds between the two presses of a double press.
  private static let doublePress = 400
  /// Longer than any report; what comes after so many bytes is taken for keys again.
  private static let longest = 24

  private enum Form {
    /// `button;column;row`, then `M` for a press or `m` for a release.
    case text
    /// Three bytes, each with 32 added.
    case bytes
  }

  private var form: Form?
  private var report: [UInt8] = []
  private var lastPress: (point: Point, at: Int)?

  /// Whether a report has begun and has not ended.
  var isReading: Bool { form != nil }

  /// Whether this number from curses begins a report.
  mutating func begins(with code: Int32) -> Bool {
    switch code {
    case KeyCodes.mouse: form = .text
    case KeyCodes.byteMouse: form = .bytes
    default: return false
    }
    report = []
    return true
  }

  /// Takes the next byte of a report. A turn of the wheel joins one that waits already: a fast
  /// wheel sends more of them than can be drawn.
  mutating func take(_ code: Int32, at now: Int, into events: inout [Event]) {
    guard let byte = UInt8(exactly: code) else { return form = nil }
    report.append(byte)
    guard isComplete(byte) else {
      if report.count >= Self.longest { form = nil }
      return
    }
    let action = action(at: now)
    form = nil
    guard let action else { return }
    if case .mouse(let earlier) = events.last, case .wheel(let before) = earlier.action,
      case .wheel(let turned) = action.action
    {
      events.removeLast()
      guard before + turned != 0 else { return }
      events.append(.mouse(MouseEvent(.wheel(before + turned), at: action.point)))
    } else {
      events.append(.mouse(action))
    }
  }

  private func isComplete(_ byte: UInt8) -> Bool {
    form == .bytes ? report.count == 3 : (0x40...0x7e).contains(byte)
  }

  /// What the report says; nil for releases, other buttons, and what is no report at all.
  private mutating func action(at now: Int) -> MouseEvent? {
    guard let (button, column, row) = numbers, column > 0, row > 0 else { return nil }
    let point = Point(column: column - 1, row: row - 1)
    // Shift, Alt and Ctrl are further bits of the button.
    switch button & ~0b11100 {
    case 0: return MouseEvent(press(at: point, now), at: point)
    case 64: return MouseEvent(.wheel(-1), at: point)
    case 65: return MouseEvent(.wheel(1), at: point)
    default: return nil
    }
  }

  private mutating func press(at point: Point, _ now: Int) -> MouseEvent.Action {
    if let last = lastPress, last.point == point, now - last.at <= Self.doublePress {
      lastPress = nil
      return .doublePress
    }
    lastPress = (point, now)
    return .press
  }

  private var numbers: (button: Int, column: Int, row: Int)? {
    let numbers: [Int]
    if form == .bytes {
      numbers = report.map { Int($0) - 32 }
    } else {
      guard report.last == UInt8(ascii: "M") else { return nil }
      numbers = report.dropLast().split(separator: UInt8(ascii: ";"))
        .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
    return numbers.count == 3 ? (numbers[0], numbers[1], numbers[2]) : nil
  }
}
