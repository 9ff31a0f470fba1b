import Canvas
import Dashboard
import Dispatch
import Loop
import Records

/// Does what commands say, none of it on the thread that they come from.
struct Interpreter: Sendable {
  /// A question to the source.
  private struct Question {
    let query: Query
    let request: Int
    let refreshing: Bool
  }

  private static let files = DispatchQueue(label: "rapport.files", qos: .userInitiated)
  private let questions: AsyncStream<Question>.Continuation
  private let inbox: Inbox<Message>
  private let memory: Memory?
  private let themes: @Sendable () -> [Theme]

  /// `themes` reads the themes there are, as the terminal can show them.
  init(
    source: DashboardSource, inbox: Inbox<Message>, memory: Memory?,
    themes: @escaping @Sendable () -> [Theme]
  ) {
    let (stream, continuation) = AsyncStream.makeStream(of: Question.self)
    questions = continuation
    self.inbox = inbox
    self.memory = memory
    self.themes = themes
    Task {
      // One after another in the order they were asked.
      var forwarding: Task<Void, Never>?
      for await question in stream {
        forwarding?.cancel()
        let snapshots = await source.watch(question.query, question.refreshing)
        forwarding = Task {
          for await snapshot in snapshots {
            inbox.send(.snapshotArrived(request: question.request, snapshot))
          }
        }
      }
    }
  }

  func perform(_ command: Dashboard.Command) {
    switch command {
    case .watch(let query, let request, let refreshing):
      questions.yield(Question(query: query, request: request, refreshing: refreshing))
    case .listThemes:
      Interpreter.files.async { [inbox, themes] in inbox.send(.themesListed(themes())) }
    case .remember(let remembered):
      memory?.keep(remembered) { [inbox] in inbox.send(.noticed($0)) }
    case .copy: break
    case .write(let export, let path, let overwrites):
      ExportFile.write(
        export, path: path, overwrites: overwrites, home: Environment.read()["HOME"]
      ) { [inbox] in inbox.send(.noticed($0)) }
    }
  }
}
