import Dashboard
import DataCore
import Providers
import Records

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
  /// The conversations of a question; nil where the account has none.
  var conversations: (@Sendable (ConversationQuery) async -> AsyncStream<ConversationList>)?
  /// One conversation with all that was said; nil where the account has none.
  var transcript: (@Sendable (ConversationNumber) async -> Result<Transcript, Failure>)?
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
    // What is wrong with the cache is said with each snapshot.
    (try? await core.accountStatus()).map { AccountReport(title: title, status: $0) }
  }

  /// The token is read for each request anyway: what is left to say is whether it can be.
  private func readCredentials() -> String? {
    do throws(Failure) {
      _ = try provider.account.token()
      return nil
    } catch {
      return error.sentence
    }
  }

  private func record(_ query: RecordQuery) async -> RecordAnswer {
    switch await core.rawRecord(
      user: query.user, period: query.period, resource: query.resource,
      debug: query.form == .debug)
    {
    case .success(let text): .text(text)
    case .failure(let failure): .failed(failure)
    }
  }
}
