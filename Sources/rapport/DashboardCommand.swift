import Canvas
import Configuration
import Dashboard
import DataCore
import Loop
import Records
import Terminal

/// `rapport`: the dashboard on the terminal. Runs on the main thread, which owns model and screen.
struct DashboardCommand {
  let invocation: Invocation
  let connection: Connection
  let theme: Theme
  let depth: ColorDepth

  /// The present moment on the connection's clock, which may be one that pretends.
  private func moment() -> Moment {
    Moment(uptime: Moment.now.uptime, wall: Int(connection.now().milliseconds))
  }

  func run() throws(Stop) -> ExitCode {
    let screen: CursesScreen
    let inbox: Inbox<Message>
    var options = ScreenOptions()
    options.depth = depth
    do {
      inbox = try Inbox<Message>()
      screen = try CursesScreen(options)
    } catch {
      throw Stop(.failed, "\(error)")
    }
    var model = Model(
      preferences: Preferences(
        theme: theme.quantised(to: screen.depth),
        glyphs: screen.supportsUnicode ? .braille : .ascii),
      account: connection.account, accountTitle: connection.title, zone: connection.zone,
      now: moment(), size: screen.size, range: try invocation.range,
      granularity: try invocation.granularity ?? .week)
    model.notice = connection.notice
    let interpreter = Interpreter(core: connection.core, inbox: inbox)
    let commands = model.start()
    let runtime = Runtime<DashboardProgram>(
      model: model, screen: screen, inbox: inbox, clock: moment,
      interpret: interpreter.perform)
    let ending = runtime.run(startingWith: commands)
    screen.close()
    switch ending {
    case .finished, .hungUp: return .fine
    case .terminated(let signal): exitBySignal(signal)
    }
  }
}

/// Turns commands into calls on the data core, one after another in the order they were given.
struct Interpreter: Sendable {
  private let questions: AsyncStream<Dashboard.Command>.Continuation

  init(core: DataCore, inbox: Inbox<Message>) {
    let (stream, continuation) = AsyncStream.makeStream(of: Dashboard.Command.self)
    questions = continuation
    Task {
      var forwarding: Task<Void, Never>?
      for await case .watch(let query, let request, let refreshing) in stream {
        forwarding?.cancel()
        let snapshots = await core.watch(query, refreshing: refreshing)
        forwarding = Task {
          for await snapshot in snapshots {
            inbox.send(.snapshotArrived(request: request, snapshot))
          }
        }
      }
    }
  }

  func perform(_ command: Dashboard.Command) { questions.yield(command) }
}
