import Synchronization

/// Wakes who waits for something to change.
final class Bell: Sendable {
  private let listener = Mutex<AsyncStream<Void>.Continuation?>(nil)

  func ring() { listener.withLock { $0 }?.yield() }

  /// A ring at once, and those to come; many in a row count once. Who listened before hears no more.
  func rings() -> AsyncStream<Void> {
    let (rings, listener) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    listener.yield()
    self.listener.withLock { $0 = listener }
    return rings
  }
}
