internal import Glibc
package import Loop

/// The clipboard, by the sequence OSC 52: it is the terminal's, so it works over SSH as well.
extension CursesScreen {
  /// The most letters of base64 that common terminals take.
  private static let longestCopy = 74_994
  /// GNU Screen passes on pieces that are shorter than its buffer of 256 bytes.
  private static let passedPiece = 240
  /// How many milliseconds a slow terminal is waited for.
  private static let patience = 1000

  /// Puts text on the clipboard. Tmux takes part if its `set-clipboard` is `on`.
  package func copy(_ text: String) -> CopyOutcome {
    guard isOpen, !options.isPlainTerminal else { return .impossible }
    guard (text.utf8.count + 2) / 3 * 4 <= Self.longestCopy else { return .tooLong }
    let sequence = Array("\u{1b}]52;c;".utf8) + base64(text.utf8) + [0x07]
    return sendPatiently(options.isInsideGNUScreen ? Self.passedOn(sequence) : sequence)
      ? .sent : .impossible
  }

  /// What GNU Screen sends on to its own terminal as it is.
  private static func passedOn(_ sequence: [UInt8]) -> [UInt8] {
    stride(from: 0, to: sequence.count, by: passedPiece).flatMap { start in
      Array("\u{1b}P".utf8) + sequence[start..<min(start + passedPiece, sequence.count)]
        + Array("\u{1b}\\".utf8)
    }
  }

  /// Writes as fast as the terminal takes it, and gives up when it takes nothing for a while.
  private func sendPatiently(_ bytes: [UInt8]) -> Bool {
    // Through a descriptor of its own, since the screen's waits, and shares that with the shell's.
    let own = open("/proc/self/fd/\(options.output)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    defer { if own >= 0 { Glibc.close(own) } }
    let descriptor = own >= 0 ? own : options.output
    var rest = bytes[...]
    while !rest.isEmpty {
      var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&polled, 1, Int32(Self.patience)) > 0 else { return false }
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, min($0.count, 512)) }
      guard count > 0 || errno == EINTR || errno == EAGAIN else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }
}
