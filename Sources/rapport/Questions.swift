import Dashboard
import Loop
import Records

/// What the screens ask of the source, and what is on its way to them.
struct Questions {
  private let source: DashboardSource
  private let inbox: Inbox<Message>
  private var snapshots: Task<Void, Never>?
  private var requests: Task<Void, Never>?
  private var accounts: Task<Void, Never>?

  init(source: DashboardSource, inbox: Inbox<Message>) {
    self.source = source
    self.inbox = inbox
  }

  /// Begins to answer; the answers arrive as messages.
  mutating func ask(_ command: Dashboard.Command) async {
    switch command {
    case .watch(let query, let request, let refreshing):
      forward(await source.watch(query, refreshing), request)
    case .watchRequests(let isOn): watchRequests(isOn)
    case .watchAccounts(let isOn): watchAccounts(isOn)
    case .fetchRecord(let query, let request): fetch(query, request)
    case .pause(let isPaused): await source.operations?.pause(isPaused)
    default: break
    }
  }

  private mutating func forward(_ stream: AsyncStream<Snapshot>, _ request: Int) {
    snapshots?.cancel()
    snapshots = Task { [inbox, bell = source.operations?.history.bell] in
      for await snapshot in stream {
        inbox.send(.snapshotArrived(request: request, snapshot))
        bell?.ring()
      }
    }
  }

  private mutating func watchRequests(_ isOn: Bool) {
    requests?.cancel()
    guard isOn, let history = source.operations?.history else { return requests = nil }
    requests = history.bell.whenever { [inbox] in
      inbox.send(.requestsArrived(history.requests))
    }
  }

  private mutating func watchAccounts(_ isOn: Bool) {
    accounts?.cancel()
    guard isOn, let operations = source.operations else { return accounts = nil }
    accounts = operations.history.bell.whenever { [inbox] in
      if let report = await operations.report() { inbox.send(.accountsArrived([report])) }
    }
  }

  private func fetch(_ query: RecordQuery, _ request: Int) {
    guard let operations = source.operations else { return }
    Task { [inbox] in
      inbox.send(.recordArrived(request: request, await operations.record(query)))
    }
  }
}
