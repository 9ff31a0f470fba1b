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
  /// What outlives the program; nil where nothing is to be remembered.
  var memory: Memory?
  /// Where keys are read.
  var input = STDIN_FILENO

  /// The present moment on the source's clock, which may be one that pretends.
  private func moment() -> Moment {
    Moment(uptime: Moment.now.uptime, wall: Int(source.now().milliseconds))
  }

  func run() throws(Stop) -> ExitCode {
    // Options that do not fit the records are said before the screen is opened.
    let last = memory?.read()
    var preferences = appearance.preferences(keys: invocation.keys)
    preferences.isPlain = invocation.has(.plain) || invocation.settings.isPlain
    var model = try source.model(
      invocation, preferences: preferences, now: moment(),
      size: Size(columns: 80, rows: 24), after: last?.contents ?? Memory.Contents())
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
    let chosen = appearance.theme(remembered: model.account.remembered?.theme)
    model.preferences.theme = chosen.theme.quantised(to: screen.depth)
    model.suitableGlyphs =
      screen.supportsUnicode ? invocation.settings.charts.glyphSet ?? .braille : .ascii
    model.preferences.glyphs = model.suitableGlyphs
    screen.reportsMouse = model.choices.listensToMouse
    model.size = screen.size
    model.notice = source.notice ?? last?.notice ?? chosen.notice ?? invocation.notice
    if memory != nil { model.beginRemembering() }
    let interpreter = Interpreter(
      source: source, screen: screen, inbox: inbox, memory: memory, appearance: appearance)
    let commands = model.start(refreshing: invocation.refresh)
    let runtime = Runtime<DashboardProgram>(
      model: model, screen: screen, inbox: inbox, clock: moment,
      interpret: interpreter.perform)
    let ending = runtime.run(startingWith: commands)
    screen.close()
    memory?.finish()
    switch ending {
    case .finished, .hungUp: return .fine
    case .terminated(let signal): exitBySignal(signal)
    }
  }
}
