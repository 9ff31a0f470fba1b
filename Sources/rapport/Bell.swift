import DataCore
import Synchronization

/// Wakes who waits for something to change; nobody is woken while nobody waits.
final class Bell: Sendable {
  private struct State {
    var count = 0
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
  }

  private let state = Mutex(State())

  func ring() {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
  }

  /// Does something now and again whenever the bell has rung, at most once a second, until the task
  /// is cancelled.
  func whenever(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    let rings = rings()
    return Task(executorPreference: QuietExecutor.shared) {
      for await _ in rings {
        await body()
        try? await QuietExecutor.sleep(seconds: 1)
      }
    }
  }

  /// A ring at once, and those to come; many in a row count once.
  private func rings() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    continuation.yield()
    let number = state.withLock { state in
      state.count += 1
      state.listeners[state.count] = continuation
      return state.count
    }
    continuation.onTermination = { [self] _ in
      _ = state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }
}
