package import Records
import Synchronization
import Transport
package import Wire

/// A list that is asked for as a script words it, and not for the cache.
package struct LiveRequest: Sendable {
  /// Which list.
  package enum List: String, Sendable {
    case interactions, activity, users
  }

  /// Which list is asked for.
  package let list: List
  /// What the records are to be about; nil for users, who have no period.
  package let period: Period?
  /// What else the script asks of the list.
  package var parameters: LiveParameters

  /// A request for one list.
  package init(_ list: List, period: Period?, parameters: LiveParameters) {
    self.list = list
    self.period = period
    self.parameters = parameters
  }
}

extension TrutoProvider {
  /// The body of the answer as it came; nil when the provider has nothing for the period. Not for
  /// the format `stream`.
  package func answer(
    to request: LiveRequest, in zone: Zone, window: WindowKey? = nil, attempt: Int
  ) async throws(ProviderError) -> LiveBody? {
    try await ask(
      for: request.list.rawValue, query(request, zone), attempt, window: window,
      send: { request throws(TransportError) in try await client.send(request) },
      read: { response throws(ProviderError) in
        guard try hasRecords(response) else { return nil }
        do throws(WireError) {
          return try LiveBody(response.body, format: request.parameters.format ?? .unified)
        } catch {
          throw ProviderError(error)
        }
      })
  }

  /// One page of those in which a user's record is. Only that user is asked for; where the provider
  /// gives others all the same, the record may be on a later page.
  package func rawRecord(
    ofUser id: String, of key: WindowKey, in zone: Zone, debug: Bool, after cursor: String?,
    attempt: Int
  ) async throws(ProviderError) -> RawPage {
    var parameters = LiveParameters()
    parameters.users = [id]
    parameters.format = debug ? .debug : nil
    parameters.cursor = cursor
    let request = LiveRequest(
      key.resource == .interactions ? .interactions : .activity, period: key.period,
      parameters: parameters)
    let answer = try await answer(to: request, in: zone, window: key, attempt: attempt)
    guard let answer else { return RawPage() }
    let record = answer.record(ofUser: id)
    return RawPage(
      text: record.map { debug ? answer.lines : $0 }, nextCursor: answer.nextCursor)
  }

  /// Hands the body of the answer on piece by piece as it arrives, holding the server up meanwhile;
  /// false from `receive` ends it. False when the provider has nothing for the period. Once
  /// something has been handed on, a failure is not worth another attempt: the pieces would come
  /// twice.
  package func stream(
    _ request: LiveRequest, in zone: Zone, attempt: Int,
    receive: @Sendable ([UInt8]) async -> Bool
  ) async throws(ProviderError) -> Bool {
    let beginning = Beginning()
    do throws(ProviderError) {
      return try await ask(
        for: request.list.rawValue, query(request, zone), attempt,
        send: { request throws(TransportError) in
          try await client.stream(request) { bytes in
            guard beginning.isData(bytes) else { return false }
            return await receive(bytes)
          }
        },
        read: { response throws(ProviderError) in try hasRecords(response) })
    } catch {
      if let page = beginning.webPage { throw ProviderError(page) }
      throw beginning.hasCome ? ProviderError(error.failure) : error
    }
  }

  private func query(_ request: LiveRequest, _ zone: Zone) -> TrutoQuery {
    var query = TrutoQuery(integratedAccount: account.integratedAccount)
    if let period = request.period { query.ask(for: period, in: zone) }
    query.add(request.parameters)
    return query
  }
}

/// How a stream began: a proxy's web page is to be told from data before any of it is handed on.
private final class Beginning: Sendable {
  private struct State {
    var hasCome = false
    var webPage: WireError?
  }

  private let state = Mutex(State())

  var hasCome: Bool { state.withLock { $0.hasCome } }
  var webPage: WireError? { state.withLock { $0.webPage } }

  /// Whether the bytes are to be handed on.
  func isData(_ bytes: [UInt8]) -> Bool {
    state.withLock { state in
      if !state.hasCome { state.webPage = WireError.webPage(in: bytes) }
      guard state.webPage == nil else { return false }
      state.hasCome = true
      return true
    }
  }
}
