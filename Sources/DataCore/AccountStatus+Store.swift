package import Records
package import Store

extension AccountStatus {
  /// How an account stands by what the cache remembers of it. Where the settings name no zone, it is
  /// the one that was fetched in last, else the one that the records state, else `systemZone`.
  package init(
    _ settings: AccountSettings, in store: Store, systemZone: Zone, now: Timestamp
  ) async throws(StoreError) {
    let history = try await store.history(of: settings.name)
    let newest = history.windows.max { $0.fetchedAt < $1.fetchedAt }
    let zone =
      settings.zone ?? newest.flatMap { ZoneFiles.zone(named: $0.key.zone) }
      ?? history.zone.flatMap(ZoneFiles.zone(named:)) ?? systemZone
    let sent = try await store.requestCount(of: settings.name, on: zone.day(of: now))
    self.init(
      history, zone: zone, freshness: settings.freshness,
      sent: RequestCount(sent: sent, budget: settings.dailyBudget), now: now)
  }
}
