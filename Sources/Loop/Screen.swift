package import Canvas

/// What became of a text that was to be copied.
package enum CopyOutcome: Hashable, Sendable {
  /// It was sent to the terminal, which does not say whether it takes it.
  case sent
  /// It is longer than terminals take: a file is the place for it.
  case tooLong
  /// The terminal has no clipboard that programs can reach, or does not take what it is sent.
  case impossible
}

/// What the loop needs of a terminal. All of it is used from one thread.
package protocol Screen: AnyObject {
  /// The size that the next frame should have.
  var size: Size { get }
  /// Descriptors that become readable when `readEvents` has something to say.
  var descriptors: [Int32] { get }
  /// Everything that has happened since the last call, without waiting.
  func readEvents() -> [Event]
  /// Makes the screen look like the frame, and sends only what differs from the one before.
  func draw(_ frame: Frame)
  /// Whether the mouse is listened to; off at first, for a terminal that reports its mouse selects
  /// no text with it.
  var reportsMouse: Bool { get set }
  /// Puts text on the clipboard of the terminal's user, who may be far from this machine.
  func copy(_ text: String) -> CopyOutcome
  /// Stops the process as Ctrl-Z does, as soon as the loop goes on; when it is continued, `resumed`
  /// follows.
  func suspend()
}
