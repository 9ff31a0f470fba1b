import Canvas
import Dashboard
import Dispatch
import Loop
import Records

/// Turns commands into questions to the source, one after another in the order they were given.
struct Interpreter: Sendable {
  private let commands: AsyncStream<Dashboard.Command>.Continuation
  private let inbox: Inbox<Message>
  private let memory: Memory?

  /// `themes` reads the themes there are, as the terminal can show them.
  init(
    source: DashboardSource, inbox: Inbox<Message>, memory: Memory?,
    themes: @escaping @Sendable () -> [Theme]
  ) {
    self.inbox = inbox
    self.memory = memory
    let (stream, continuation) = AsyncStream.makeStream(of: Dashboard.Command.self)
    commands = continuation
    Task {
      var work = Work(source: source, inbox: inbox, themes: themes)
      for await command in stream { await work.perform(command) }
    }
  }

  func perform(_ command: Dashboard.Command) {
    // What is remembered must not still be in a queue when the program ends.
    if case .remember(let remembered) = command {
      memory?.keep(remembered) { [inbox] in inbox.send(.noticed($0)) }
    } else {
      commands.yield(command)
    }
  }
}

/// What is going on for the screens.
private struct Work {
  let source: DashboardSource
  let inbox: Inbox<Message>
  let themes: @Sendable () -> [Theme]
  private var snapshots: Task<Void, Never>?
  private var requests: Task<Void, Never>?
  private var accounts: Task<Void, Never>?

  init(
    source: DashboardSource, inbox: Inbox<Message>, themes: @escaping @Sendable () -> [Theme]
  ) {
    self.source = source
    self.inbox = inbox
    self.themes = themes
  }

  mutating func perform(_ command: Dashboard.Command) async {
    switch command {
    case .watch(let query, let request, let refreshing):
      forward(await source.watch(query, refreshing), request)
    case .watchRequests(let isOn): watchRequests(isOn)
    case .watchAccounts(let isOn): watchAccounts(isOn)
    case .fetchRecord(let query, let request): fetch(query, request)
    case .pause(let isPaused): await source.operations?.pause(isPaused)
    case .write(let export, let path, let overwrites):
      ExportFile.write(export, path: path, overwrites: overwrites) { [inbox] in
        inbox.send(.noticed($0))
      }
    case .listThemes:
      // Files block, and the threads that tasks share are few.
      DispatchQueue.global(qos: .userInitiated).async { [inbox, themes] in
        inbox.send(.themesListed(themes()))
      }
    case .readCredentials, .copy, .remember: break
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
