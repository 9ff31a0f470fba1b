import Providers
package import Records
import Store

extension DataCore {
  /// The last requests, newest first: those of now at once, and all again when there are more.
  package nonisolated func requests() -> AsyncStream<[RequestLogEntry]> { recentRequests.watch() }

  /// How the account stands, and what is going on with it now. Throws when the cache cannot be
  /// read.
  package func accountStatus() async throws(Failure) -> AccountStatus {
    let time = now()
    var status = try await storing { () throws(StoreError) in
      try await AccountStatus(settings, in: store, systemZone: zone, now: time)
    }
    status.activity = AccountActivity(
      requestsInLastMinute: recentRequests.count(of: settings.name, after: time + -60),
      isPaused: isPaused,
      pausedUntil: pausedUntil.flatMap { $0 > time ? $0 : nil })
    status.notices = notices
    if case .failing(let failure) = status.state, failure.kind == .disconnected {
      status.reconnectPlace = provider.reconnectPlace
    }
    return status
  }
}
