package import Canvas

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
}
