package import Records
package import Transport
import Wire

/// Asks Truto how an account stands.
package struct AccountCheck: Sendable {
  /// What came back, whatever it was.
  package struct Answer: Sendable {
    /// The HTTP status; nil when no answer came.
    package let status: Int?
    /// Why the answer is of no use; nil when it is good.
    package let failure: Failure?
    /// What the account can do, where that was asked for.
    package let capabilities: AccountCapabilities?
    /// Seconds that the server asked to wait.
    package let wait: Double?
    /// How long it took, in seconds.
    package let seconds: Double
    /// How many seconds the clock here is ahead of the server's; nil when the server states no time.
    package let clockAhead: Double?
  }

  private let account: TrutoAccount
  private let probe: ServerProbe

  /// `log` is told of every request that was sent. `now` has to be the real clock: it is compared
  /// with the server's.
  package init(
    client: HTTPClient, account: TrutoAccount, now: @escaping @Sendable () -> Timestamp,
    log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    self.account = account
    probe = ServerProbe(client: client, account: account.name, now: now, log: log)
  }

  /// Asks Truto itself what the account can do; this costs the provider nothing.
  package func capabilities() async -> Answer {
    await answer(TrutoCapabilities.path(of: account.integratedAccount)) {
      (body) throws(WireError) in try TrutoCapabilities.read(body)
    }
  }

  /// Asks for one user, which the provider has to answer.
  package func oneUser() async -> Answer {
    let query = PercentEncoding.query([
      ("integrated_account_id", account.integratedAccount), ("limit", "1"),
    ])
    return await answer("/unified/conversational-intelligence/users?\(query)") {
      (body) throws(WireError) in
      _ = try TrutoPage.users(body)
      return nil
    }
  }

  private func answer(
    _ path: String, read: ([UInt8]) throws(WireError) -> AccountCapabilities?
  ) async -> Answer {
    let token: String
    do throws(Failure) {
      token = try await account.token()
    } catch {
      return Answer(error)
    }
    let request = HTTPRequest(
      url: account.baseURL + path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      timeout: 30, stall: 15)
    return await probe.answer(to: request, path: path, hiding: Secrets([token])) { response in
      guard (200..<300).contains(response.status) else {
        return ServerProbe.Finding(
          failure: TrutoError(status: response.status, body: response.body).failure)
      }
      do throws(WireError) {
        return ServerProbe.Finding(capabilities: try read(response.body))
      } catch {
        return ServerProbe.Finding(failure: Failure(.unreadable, error.sentence))
      }
    }
  }
}
