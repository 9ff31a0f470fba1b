internal import Synchronization

/// The messages on their way to a program, from any thread. Nothing is ever dropped, so it has no
/// bound: a message that is lost is a screen that waits for ever.
package final class Inbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let pipe: WakePipe

  /// Throws when the process has no descriptors left.
  package init() throws(WakePipeError) {
    pipe = try WakePipe()
  }

  /// Becomes readable when messages wait.
  package var descriptor: Int32 { pipe.readingEnd }

  /// Adds a message and wakes the loop; may be called from any thread, and never waits for the loop.
  package func send(_ message: Message) {
    let isFirst = waiting.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    // The loop takes everything at once, so one wake-up does for a whole burst.
    if isFirst { pipe.wake() }
  }

  /// Takes every waiting message, oldest first.
  package func takeAll() -> [Message] {
    // The wake-up is cleared first: a message sent after that wakes the loop again, or is already
    // among those taken below.
    _ = pipe.takeBytes()
    return waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
