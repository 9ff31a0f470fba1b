import Dashboard
import DataCore
import Providers
import Records
import Wire

/// What the dashboard does with a live account besides asking for its records.
struct Operations: Sendable {
  /// The last requests, newest first: those of now, and all again when there are more.
  let requests: @Sendable () -> AsyncStream<[RequestLogEntry]>
  /// How the account stands now; nil where the cache cannot say.
  let report: @Sendable () async -> AccountReport?
  /// Holds all requests back, or lets them go again.
  let pause: @Sendable (Bool) async -> Void
  /// Reads the account's credentials; a sentence where that fails.
  let readCredentials: @Sendable () -> String?
  /// Asks the provider for one record, past the cache.
  let record: @Sendable (RecordQuery) async -> RecordAnswer
}

extension Connection {
  /// What can be done with the account.
  var operations: Operations {
    Operations(
      requests: { [core] in core.requests() }, report: report,
      pause: { [core] in await core.setPaused($0) }, readCredentials: readCredentials,
      record: record)
  }

  private func report() async -> AccountReport? {
    guard let status = try? await core.accountStatus() else { return nil }
    return AccountReport(title: title, status: status)
  }

  /// The token is read for each request anyway: what is left to say is whether it can be.
  private func readCredentials() -> String? {
    do throws(TokenFailure) {
      _ = try provider.account.token()
      return nil
    } catch {
      return error.sentence
    }
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
