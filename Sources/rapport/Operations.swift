import Dashboard
import DataCore
import Providers
import Records

/// What the dashboard does with live accounts besides asking for their records.
struct Operations: Sendable {
  /// The last requests of all accounts, newest first: those of now, and all again when there are
  /// more.
  let requests: @Sendable () -> AsyncStream<[RequestLogEntry]>
  /// How the accounts stand now; one of which the cache cannot say it is left out.
  let reports: @Sendable () async -> [AccountReport]
  /// Holds an account's requests back, or lets them go again.
  let pause: @Sendable (_ account: String, Bool) async -> Void
  /// Reads an account's credentials; a sentence where that fails.
  let readCredentials: @Sendable (_ account: String) async -> String?
  /// Asks the provider for one record, past the cache.
  let record: @Sendable (RecordQuery) async -> RecordAnswer
  /// The conversations of a question.
  let conversations: @Sendable (ConversationQuery) async -> AsyncStream<ConversationList>
  /// One conversation of an account with all that was said.
  let transcript:
    @Sendable (_ account: String, ConversationNumber) async -> Result<Transcript, Failure>
}

extension Fleet {
  /// What can be done with the accounts.
  nonisolated var operations: Operations {
    Operations(
      requests: { [recentRequests] in recentRequests.watch() }, reports: reports, pause: pause,
      readCredentials: readCredentials, record: record, conversations: conversations,
      transcript: transcript)
  }

  private func reports() async -> [AccountReport] {
    var reports: [AccountReport] = []
    for setup in list.accounts {
      // What is wrong with the cache is said with each snapshot.
      guard let core = try? await connection(setup.key).core,
        let status = try? await core.accountStatus()
      else { continue }
      reports.append(AccountReport(title: setup.title, status: status))
    }
    return reports
  }

  private func pause(_ account: String, _ isPaused: Bool) async {
    // One that cannot be opened sends nothing anyway.
    try? await connection(account).core.setPaused(isPaused)
  }

  /// Credentials are read for each request anyway: what is left to say is whether they can be.
  private nonisolated func readCredentials(_ account: String) async -> String? {
    do throws(Failure) {
      try await list.accounts.first { $0.key == account }?.readCredentials()
      return nil
    } catch {
      return error.sentence
    }
  }

  private func conversations(_ query: ConversationQuery) async -> AsyncStream<ConversationList> {
    do throws(Failure) {
      return try await connection(query.account).core.watchConversations(query)
    } catch {
      let nothing = ConversationList(
        query: query, zone: systemZone, directory: Directory(), conversations: [], total: 0,
        progress: Progress(done: 0, total: 0), failure: error)
      return AsyncStream { stream in
        stream.yield(nothing)
        stream.finish()
      }
    }
  }

  private func transcript(
    _ account: String, _ number: ConversationNumber
  ) async -> Result<Transcript, Failure> {
    do throws(Failure) {
      return await (try connection(account)).core.transcript(number)
    } catch {
      return .failure(error)
    }
  }

  private func record(_ query: RecordQuery) async -> RecordAnswer {
    do throws(Failure) {
      let answer = try await connection(query.account).core.rawRecord(
        user: query.user, period: query.period, resource: query.resource,
        debug: query.form == .debug)
      return .text(try answer.get())
    } catch {
      return .failed(error)
    }
  }
}
