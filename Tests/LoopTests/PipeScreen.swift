import Canvas
import Loop

/// A screen whose events are put there by a test and whose wake-ups go through a real pipe.
final class PipeScreen: Screen {
  var size = Size(columns: 20, rows: 1)
  var reportsMouse = false
  private(set) var frames: [Frame] = []
  private(set) var readings = 0
  /// Called after each frame, for tests that act on what was shown.
  var afterDraw: () -> Void = {}
  private var events: [Event] = []
  private let pipe: WakePipe

  init() throws {
    pipe = try WakePipe()
  }

  var descriptors: [Int32] { [pipe.readingEnd] }

  func report(_ events: Event...) {
    self.events += events
    pipe.wake()
  }

  func readEvents() -> [Event] {
    readings += 1
    _ = pipe.takeBytes()
    defer { events = [] }
    return events
  }

  func copy(_ text: String) -> CopyOutcome { .impossible }

  func suspend() {}

  func draw(_ frame: Frame) {
    frames.append(frame)
    afterDraw()
  }
}
