import Canvas
import Configuration
import Dashboard
import DataCore
import Glibc
import Loop
import Records
import Terminal

/// `rapport`: the dashboard on the terminal. Runs on the main thread, which owns model and screen.
struct DashboardCommand {
  let invocation: Invocation
  let source: DashboardSource
  let appearance: Appearance
  /// Where the report of a crash belongs.
  let stateFolder: String
  /// Where keys are read.
  var input = STDIN_FILENO

  /// The present moment on the source's clock, which may be one that pretends.
  private func moment() -> Moment {
    Moment(uptime: Moment.now.uptime, wall: Int(source.now().milliseconds))
  }

  func run() throws(Stop) -> ExitCode {
    // Options that do not fit the records are said before the screen is opened.
    var model = try source.model(
      invocation, preferences: Preferences(theme: appearance.theme), now: moment(),
      size: Size(columns: 80, rows: 24))
    let screen: CursesScreen
    let inbox: Inbox<Message>
    var options = ScreenOptions()
    options.depth = appearance.depth
    options.input = input
    makeFolders(stateFolder)
    options.crashReport = CrashReport(
      path: "\(stateFolder)/crash.txt", program: "rapport", version: version)
    do {
      inbox = try Inbox<Message>()
      screen = try CursesScreen(options)
    } catch {
      throw Stop(.failed, "\(error)")
    }
    model.preferences.theme = appearance.theme.quantised(to: screen.depth)
    model.preferences.glyphs = screen.supportsUnicode ? .braille : .ascii
    model.size = screen.size
    model.notice = source.notice
    let interpreter = Interpreter(source: source, inbox: inbox)
    let commands = model.start(refreshing: invocation.has(.refresh))
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

/// Turns commands into questions to the source, one after another in the order they were given.
struct Interpreter: Sendable {
  private let questions: AsyncStream<Dashboard.Command>.Continuation

  init(source: DashboardSource, inbox: Inbox<Message>) {
    let (stream, continuation) = AsyncStream.makeStream(of: Dashboard.Command.self)
    questions = continuation
    Task(executorPreference: QuietExecutor.shared) {
      var forwarding: Task<Void, Never>?
      for await case .watch(let query, let request, let refreshing) in stream {
        forwarding?.cancel()
        let snapshots = await source.watch(query, refreshing)
        forwarding = Task(executorPreference: QuietExecutor.shared) {
          for await snapshot in snapshots {
            inbox.send(.snapshotArrived(request: request, snapshot))
          }
        }
      }
    }
  }

  func perform(_ command: Dashboard.Command) { questions.yield(command) }
}
