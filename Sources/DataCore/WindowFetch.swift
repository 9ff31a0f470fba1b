import Analytics
import Providers
import Records
import Store

/// A window that is fetched page by page: where its pages come from, and where they are kept.
protocol WindowFetch: Sendable {
  associatedtype Element: Equatable, Sendable
  associatedtype Completed: Sendable

  /// What its lock is named after.
  var lock: WindowKey { get }
  /// The window as it is in the cache; nil unless it was fetched after `known`.
  func completed(after known: Timestamp?) async throws(StoreError) -> Completed?
  func pagesInFlight() async throws(StoreError) -> PagesInFlight?
  func discardPages() async throws(StoreError)
  func page(after cursor: String?, attempt: Int) async throws(ProviderError) -> Page<Element>
  /// Keeps a page; the last one completes the window.
  func keep(
    _ page: Page<Element>, after cursor: String?, at time: Timestamp
  ) async throws(StoreError) -> Completed?
}

/// A window of records.
struct RecordFetch: WindowFetch {
  let key: WindowKey
  let zone: Zone
  let provider: any RecordProvider
  let store: Store

  var lock: WindowKey { key }

  func completed(after known: Timestamp?) async throws(StoreError) -> Window? {
    guard let window = try await store.windows([key])[key], window.key == key else { return nil }
    return known.map { window.fetchedAt > $0 } ?? true ? window : nil
  }

  func pagesInFlight() async throws(StoreError) -> PagesInFlight? {
    try await store.pagesInFlight(of: key)
  }

  func discardPages() async throws(StoreError) { try await store.discardPages(of: key) }

  func page(after cursor: String?, attempt: Int) async throws(ProviderError) -> Page<Record> {
    try await provider.records(of: key, in: zone, after: cursor, attempt: attempt)
  }

  func keep(
    _ page: Page<Record>, after cursor: String?, at time: Timestamp
  ) async throws(StoreError) -> Window? {
    try await store.add(page, after: cursor, to: key, at: time)
  }
}

/// A window of conversations, of which the metrics are derived before they are kept.
struct ConversationFetch: WindowFetch {
  let key: ConversationWindowKey
  let zone: Zone
  let provider: any ConversationProvider
  let store: Store
  let rules: ConversationRules

  var lock: WindowKey { key.inCommon }

  func completed(after known: Timestamp?) async throws(StoreError) -> ConversationWindow? {
    let windows = try await store.conversationWindows(of: key.account, zone: key.zone)
    guard let window = windows.first(where: { $0.key == key }),
      window.rules.derivesLike(rules.mark)
    else { return nil }
    return known.map { window.fetchedAt > $0 } ?? true ? window : nil
  }

  func pagesInFlight() async throws(StoreError) -> PagesInFlight? {
    try await store.pagesInFlight(of: key, rules: rules.mark)
  }

  func discardPages() async throws(StoreError) { try await store.discardPages(of: key) }

  func page(
    after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Conversation> {
    try await provider.conversations(of: key, in: zone, after: cursor, attempt: attempt)
  }

  func keep(
    _ page: Page<Conversation>, after cursor: String?, at time: Timestamp
  ) async throws(StoreError) -> ConversationWindow? {
    let derived = page.records.map {
      DerivedConversation($0, speakers: rules.speakers, zone: zone)
    }
    return try await store.add(
      Page(records: derived, nextCursor: page.nextCursor, skipped: page.skipped), after: cursor,
      to: key, rules: rules.mark, at: time)
  }
}
