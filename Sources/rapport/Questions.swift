import Dashboard
import DataCore
import Loop
import Records

/// What is going on for the screens: one task for each thing that is watched, whose answers go to
/// the inbox.
struct Questions {
  private let source: DashboardSource
  private let inbox: Inbox<Message>
  /// Rings when how the account stands may have changed.
  private let bell = Bell()
  private var snapshots: Task<Void, Never>?
  private var requests: Task<Void, Never>?
  private var accounts: Task<Void, Never>?
  private var conversations: Task<Void, Never>?
  /// What is fetched though nobody looks at it, by account.
  private var fetches: [String: Task<Void, Never>] = [:]

  init(source: DashboardSource, inbox: Inbox<Message>) {
    self.source = source
    self.inbox = inbox
  }

  mutating func ask(_ command: Dashboard.Command) async {
    switch command {
    case .watch(let query, let request, let refreshing):
      forward(await source.watch(query, refreshing), request)
    case .watchRequests(let isOn): watchRequests(isOn)
    case .watchAccounts(let isOn): watchAccounts(isOn)
    case .fetchRecord(let query, let request): fetch(query, request)
    case .watchConversations(let query, let request): await watchConversations(query, request)
    case .fetchTranscript(let account, let number, let request):
      fetchTranscript(number, of: account, request)
    case .fetch(let query, let refreshing):
      fetch(query.account, await source.watch(query, refreshing))
    case .pause(let isPaused, let account):
      await source.operations?.pause(account, isPaused)
      bell.ring()
    case .readCredentials(let account):
      guard let operations = source.operations else { break }
      let mistake = await operations.readCredentials(account)
      inbox.send(.credentialsRead(account: account, mistake: mistake))
    // The interpreter does these itself: they are no questions.
    case .copy, .write, .listenToMouse, .redraw, .listThemes, .remember, .judge: break
    }
  }

  private mutating func forward(_ stream: AsyncStream<Snapshot>, _ request: Int) {
    snapshots?.cancel()
    snapshots = Task(executorPreference: QuietExecutor.shared) { [inbox, bell] in
      for await snapshot in stream {
        inbox.send(.snapshotArrived(request: request, snapshot))
        bell.ring()
      }
    }
  }

  private mutating func fetch(_ account: String, _ stream: AsyncStream<Snapshot>) {
    fetches[account]?.cancel()
    fetches[account] = Task(executorPreference: QuietExecutor.shared) { [bell] in
      for await _ in stream { bell.ring() }
    }
  }

  private mutating func watchRequests(_ isOn: Bool) {
    requests?.cancel()
    guard isOn, let operations = source.operations else { return requests = nil }
    requests = Task(executorPreference: QuietExecutor.shared) { [inbox, bell] in
      for await requests in operations.requests() {
        inbox.send(.requestsArrived(requests))
        bell.ring()
        await Questions.pause()
      }
    }
  }

  private mutating func watchAccounts(_ isOn: Bool) {
    accounts?.cancel()
    guard isOn, let operations = source.operations else { return accounts = nil }
    accounts = Task(executorPreference: QuietExecutor.shared) { [inbox, rings = bell.rings()] in
      for await _ in rings {
        inbox.send(.accountsArrived(await operations.reports()))
        await Questions.pause()
      }
    }
  }

  private mutating func watchConversations(_ query: ConversationQuery?, _ request: Int) async {
    conversations?.cancel()
    conversations = nil
    guard let query, let operations = source.operations else { return }
    let stream = await operations.conversations(query)
    conversations = Task(executorPreference: QuietExecutor.shared) { [inbox] in
      for await list in stream { inbox.send(.conversationsArrived(request: request, list)) }
    }
  }

  private func fetchTranscript(
    _ number: ConversationNumber, of account: String, _ request: Int
  ) {
    guard let operations = source.operations else { return }
    Task(executorPreference: QuietExecutor.shared) { [inbox] in
      let answer = await operations.transcript(account, number)
      inbox.send(.transcriptArrived(request: request, answer))
    }
  }

  /// Who looks at what runs by has seen enough with one picture a second.
  private static func pause() async {
    // Cancelled, it ends with the stream that it stands between two elements of.
    try? await QuietExecutor.sleep(seconds: 1)
  }

  private func fetch(_ query: RecordQuery, _ request: Int) {
    guard let operations = source.operations else { return }
    Task(executorPreference: QuietExecutor.shared) { [inbox] in
      inbox.send(.recordArrived(request: request, await operations.record(query)))
    }
  }
}
