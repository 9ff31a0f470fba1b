import Dashboard
import Records
import Synchronization

/// The newest requests in memory, as the dashboard shows them.
final class RequestHistory: Sendable {
  /// More than anyone scrolls through.
  private static let limit = 1000

  private struct State {
    var requests: [RequestLogEntry] = []
  }

  private let state = Mutex(State())
  /// Rings when a request was added.
  let bell = Bell()

  /// In the order in which they ended.
  var requests: [RequestLogEntry] { state.withLock { $0.requests } }

  func add(_ entry: RequestLogEntry) {
    state.withLock { state in
      state.requests.append(entry)
      // Seldom, since the others have to move up each time.
      if state.requests.count > RequestHistory.limit + RequestHistory.limit / 4 {
        state.requests.removeFirst(state.requests.count - RequestHistory.limit)
      }
    }
    bell.ring()
  }
}
