package import Records
import Synchronization

/// The last requests that were sent, for screens that show them as they come.
package final class RecentRequests: Sendable {
  private struct State {
    /// Oldest first.
    var entries: [RequestLogEntry] = []
    var watchers: [Int: AsyncStream<[RequestLogEntry]>.Continuation] = [:]
    var nextWatcher = 0

    var newestFirst: [RequestLogEntry] { entries.reversed() }
  }

  private let state = Mutex(State())
  private let limit: Int

  /// Keeps at most so many requests.
  package init(limit: Int = 1000) { self.limit = limit }

  /// Takes in a request that was sent; from any thread.
  package func add(_ entry: RequestLogEntry) {
    state.withLock { state in
      state.entries.append(entry)
      if state.entries.count > limit { state.entries.removeFirst(state.entries.count - limit) }
      guard !state.watchers.isEmpty else { return }
      let entries = state.newestFirst
      for watcher in state.watchers.values { watcher.yield(entries) }
    }
  }

  /// The requests, newest first: those of now at once, and all again when there are more. Who is
  /// slow gets only the newest list. It ends when nobody listens any more.
  package func watch() -> AsyncStream<[RequestLogEntry]> {
    let (stream, watcher) = AsyncStream.makeStream(
      of: [RequestLogEntry].self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = watcher
      watcher.yield(state.newestFirst)
      return state.nextWatcher
    }
    watcher.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.watchers.removeValue(forKey: number) }
    }
    return stream
  }

  /// How many of the requests were sent for an account after an instant.
  func count(of account: String, after time: Timestamp) -> Int {
    state.withLock { state in
      state.entries.count { $0.at > time && $0.account == account }
    }
  }
}
