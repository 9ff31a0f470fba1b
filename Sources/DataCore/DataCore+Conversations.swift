import Analytics
import Providers
package import Records
import Store

extension DataCore {
  /// More conversations than these are not listed on a screen.
  package static let listLimit = 20_000

  /// The conversations that began on some days: those of the cache at once, and all again as more
  /// windows arrive. A newer call ends the stream of the one before it; what other screens watch goes
  /// on.
  package func watchConversations(
    _ query: ConversationQuery, limit: Int = DataCore.listLimit, refreshing: Refresh = .stale
  ) async -> AsyncStream<ConversationList> {
    conversationSubscriber?.finish()
    let (stream, subscriber) = AsyncStream.makeStream(
      of: ConversationList.self, bufferingPolicy: .bufferingNewest(1))
    guard case .conversations = source else {
      subscriber.yield(noConversations(query))
      subscriber.finish()
      return stream
    }
    conversationSubscriber = subscriber
    conversationQuery = query
    conversationLimit = limit
    conversations = ([], 0)
    await replan(refreshing: refreshing)
    return stream
  }

  /// Whether the account gives conversations, from which its records are derived.
  package nonisolated var hasConversations: Bool { source.isConversations }

  /// One conversation with all that was said, as far as it is kept.
  package func transcript(_ number: ConversationNumber) async -> Result<Transcript, Failure> {
    do throws(Failure) {
      let found = try await storing { () throws(StoreError) in
        try await store.conversation(number, of: settings.name)
      }
      guard let found else {
        throw Failure(
          .notFound,
          "The conversation was fetched again since: go back and open it from the list.")
      }
      return .success(
        Transcript(
          summary: found.summary, conversation: found.conversation,
          speakers: settings.conversations.speakers))
    } catch {
      return .failure(error)
    }
  }

  /// What is to be said of the account's conversations besides failures, a sentence each.
  package var notices: [String] {
    var notices = [usersRefusal].compactMap(\.self)
    let unknown = shelf.unknownSpeakers
    if !unknown.isEmpty {
      notices.append(
        "Some conversations have no metrics, because “speakers” in the account's configuration does"
          + " not say which side \(unknown.map { "“\($0)”" }.joined(separator: ", ")) is on.")
    }
    if source.isConversations, !settings.conversations.keepsWords, !wordsAreGone {
      notices.append(
        "The words of earlier conversations are still in the cache, because another program has it"
          + " open: close that one and start Rapport again.")
    }
    return notices
  }

  // MARK: - Windows

  /// The windows of conversations that some days need, the newest first.
  func conversationWindows(_ days: DaySpan, today: Day) -> [ConversationWindowKey] {
    ConversationWindows.covering(days, in: zone, today: today).map {
      ConversationWindowKey(account: settings.name, zone: zone.name, days: $0)
    }
  }

  /// Brings what a plan and the list of conversations need from the cache into memory, as far as it
  /// is there and not in memory already.
  func readConversations(of plan: [PlannedWindow]) async throws(StoreError) {
    try await removeWords()
    var needed = Set(plan.flatMap { needs(of: $0.key) }.map(\.days.start))
    if let query = conversationQuery {
      needed.formUnion(conversationWindows(query.days, today: query.today).map(\.days.start))
    }
    let stored = try await store.conversationWindows(of: settings.name, zone: zone.name)
    let byStart = Dictionary(stored.map { ($0.key.days.start, $0) }) { $1 }
    for start in needed {
      guard let window = byStart[start] else {
        shelf.remove(at: start)
        continue
      }
      if shelf.window(at: start) != window { try await read(window) }
    }
    directory = try await store.directory(of: settings.name)
    try await readList()
  }

  /// Brings a window into memory. Metrics that were derived by other rules are derived again where
  /// the words are kept; where they are not, the window has to be fetched again.
  private func read(_ window: ConversationWindow) async throws(StoreError) {
    let rules = settings.conversations.mark
    var current: ConversationWindow? = window
    if !window.rules.derivesLike(rules) {
      let (speakers, zone) = (settings.conversations.speakers, zone)
      current =
        window.rules.keepsWords
        ? try await store.deriveAgain(window, rules: rules) {
          DerivedConversation($0, speakers: speakers, zone: zone)
        } : nil
    }
    if let current, let metrics = try await store.metrics(of: current) {
      shelf.put(current, metrics, zone: zone)
    } else {
      shelf.remove(at: window.key.days.start)
    }
  }

  /// Fetches a window of conversations, and derives the windows of records that need it, or another
  /// that lost a conversation to it.
  func landConversations(_ key: ConversationWindowKey) async throws(Failure) {
    guard case .conversations(let provider) = source else { return }
    _ = try await fetchAlone(
      ConversationFetch(
        key: key, zone: zone, provider: provider, store: store, rules: settings.conversations),
      known: shelf.window(at: key.days.start)?.fetchedAt)
    try await storing { () throws(StoreError) in
      try await self.readConversations(of: self.planned)
    }
    windows = derivedWindows(planned)
  }

  /// The windows of records that can be derived of what is in memory.
  func derivedWindows(_ plan: [PlannedWindow]) -> [WindowKey: Window] {
    plan.reduce(into: [:]) { windows, planned in
      if windows[planned.key] == nil { windows[planned.key] = derived(planned.key) }
    }
  }

  private func derived(_ key: WindowKey) -> Window? {
    shelf.records(of: key, from: needs(of: key), zone: zone, directory: directory)
  }

  private func needs(of key: WindowKey) -> [ConversationWindowKey] {
    conversationWindows(key.period.days, today: query?.today ?? key.period.end)
  }

  private func removeWords() async throws(StoreError) {
    guard !settings.conversations.keepsWords, !wordsAreGone else { return }
    wordsAreGone = try await store.removeWords(of: settings.name)
  }

  // MARK: - The list

  private func readList() async throws(StoreError) {
    guard let query = conversationQuery else { return }
    let list = try await store.conversations(
      for: query, zone: zone.name, limit: conversationLimit)
    if query == conversationQuery { conversations = list }
  }

  /// Hands on the conversations that there are now.
  func publishConversations() {
    guard let query = conversationQuery, let subscriber = conversationSubscriber else { return }
    let jobs = jobs(for: query.days, today: query.today)
    let fresh = jobs.count { job in
      !agenda.isPending(job) && agenda.failures[job] == nil && !isStale(job)
    }
    let pending = jobs.count(where: agenda.isPending)
    let list = ConversationList(
      query: query, zone: zone, directory: directory, conversations: conversations.listed,
      total: conversations.total,
      progress: Progress(
        done: fresh, total: jobs.count, secondsLeft: secondsLeft(for: pending)),
      oldest: jobs.compactMap { known($0)?.fetchedAt }.min(),
      failure: halted ?? jobs.lazy.compactMap { self.agenda.failures[$0] }.first,
      isOffline: settings.isOffline, isWorking: pending > 0)
    if case .terminated = subscriber.yield(list) {
      conversationSubscriber = nil
      conversationQuery = nil
    }
  }

  private func noConversations(_ query: ConversationQuery) -> ConversationList {
    ConversationList(
      query: query, zone: zone, directory: directory, conversations: [], total: 0,
      progress: Progress(done: 0, total: 0),
      failure: Failure(
        .notFound,
        "The provider of this account gives no conversations, only records: choose a Talkdesk"
          + " account."),
      isOffline: settings.isOffline)
  }
}
