import Records
import Store

extension DataCore {
  /// Remembers that work for the account ended well.
  func noteSuccess() async throws(Failure) {
    let time = now()
    try await storing { () throws(StoreError) in
      try await store.noteSuccess(
        of: settings.name, at: time, today: zone.day(of: time), retain: settings.retain,
        keepsRaw: settings.keepsRaw)
    }
  }

  /// Remembers why work for the account failed, unless that says nothing about the account.
  func note(_ failure: Failure) async {
    guard failure.kind != .cancelled, failure.kind != .overtaken else { return }
    do throws(StoreError) {
      try await store.noteFailure(failure, of: settings.name, at: now())
    } catch {
      // A cache that cannot be written cannot remember that either; the failure is published.
    }
  }
}
