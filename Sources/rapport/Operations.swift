import Dashboard
import DataCore
import Providers
import Records
import Wire

/// What the dashboard does with a live account besides asking for its records.
struct Operations: Sendable {
  let history: RequestHistory
  /// How the account stands now; nil where the cache cannot say.
  let report: @Sendable () async -> AccountReport?
  /// Holds all requests back, or lets them go again.
  let pause: @Sendable (Bool) async -> Void
  /// Asks the provider for one record, past the cache.
  let record: @Sendable (RecordQuery) async -> RecordAnswer
}

extension Connection {
  /// What can be done with the account.
  var operations: Operations {
    Operations(
      history: history, report: report, pause: { [core] in await core.setPaused($0) },
      record: record)
  }

  private func report() async -> AccountReport? {
    guard let status = await status() else { return nil }
    return AccountReport(title: title, status: status)
  }

  private func record(_ query: RecordQuery) async -> RecordAnswer {
    guard let list = LiveRequest.List(rawValue: query.resource.rawValue) else { return .nothing }
    var parameters = LiveParameters()
    parameters.users = [query.user]
    parameters.format = query.form == .debug ? .debug : nil
    let request = LiveRequest(list, period: query.period, parameters: parameters)
    do throws(Failure) {
      let zone = await core.zone
      let body = try await core.live { [provider] attempt throws(LiveError) in
        try await provider.answer(to: request, in: zone, attempt: attempt)
      }
      return body.map { .text(String(decoding: $0.bytes, as: UTF8.self)) } ?? .nothing
    } catch {
      return .failed(error)
    }
  }
}
