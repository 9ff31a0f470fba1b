import Providers
package import Records
import Store

extension DataCore {
  /// One user's record of one period as JSON in lines, secrets hidden: as it came, where the
  /// account keeps that, else as the provider has it now. With `debug` all of the answer that it is
  /// in, with what was asked of the system behind the provider; nothing of that is kept, and each
  /// page counts for the day's budget.
  package func rawRecord(
    user id: String, period: Period, resource: Resource, debug: Bool = false
  ) async -> Result<String, Failure> {
    do throws(Failure) {
      return .success(try await fetchRawRecord(id, period, resource, debug))
    } catch {
      return .failure(error)
    }
  }

  private func fetchRawRecord(
    _ id: String, _ period: Period, _ resource: Resource, _ debug: Bool
  ) async throws(Failure) -> String {
    guard case .records(let provider) = source else {
      throw Failure(
        .notFound,
        "There is no raw record: this one is derived from conversations, which can be opened instead."
      )
    }
    let zone = zone
    let key = WindowKey(
      account: settings.name, resource: resource, zone: zone.name, period: period)
    if settings.keepsRaw, !debug, let user = directory.number(of: id),
      let kept = try await storing({ () throws(StoreError) in
        try await store.rawRecord(of: user, in: key)
      })
    {
      return kept
    }
    guard !settings.isOffline else {
      throw Failure(.unreachable, "Rapport is offline: start it without --offline to ask.")
    }
    var cursors = Cursors(limit: DataCore.pageLimit, start: nil)
    repeat {
      let cursor = cursors.current
      let page = try await live { attempt throws(LiveError) in
        try await provider.rawRecord(
          ofUser: id, of: key, in: zone, debug: debug, after: cursor, attempt: attempt)
      }
      if let text = page.text { return text }
      try cursors.follow(page.nextCursor)
    } while cursors.current != nil
    throw Failure(
      .notFound,
      "The provider has no record of this user for the period now: refresh to see what it has.")
  }
}
