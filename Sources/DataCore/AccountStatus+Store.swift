package import Records
package import Store

extension AccountStatus {
  /// How an account stands by what the cache remembers of it. `systemZone` serves where neither the
  /// settings nor the account's records say which zone it is in.
  package init(
    _ settings: AccountSettings, in store: Store, systemZone: Zone, now: Timestamp
  ) async throws(StoreError) {
    let history = try await store.history(of: settings.name)
    let zone = settings.zone ?? history.zone.flatMap(ZoneFiles.zone(named:)) ?? systemZone
    let sent = try await store.requestCount(of: settings.name, on: zone.day(of: now))
    self.init(
      history, zone: zone, freshness: settings.freshness,
      sent: RequestCount(sent: sent, budget: settings.dailyBudget), now: now)
  }
}
