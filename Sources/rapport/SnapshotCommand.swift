import Canvas
import Configuration
import Dashboard
import DataCore
import Loop
import Records

/// `rapport snapshot`: one frame of the dashboard, drawn without a terminal.
struct SnapshotCommand {
  private enum Format: String, CaseIterable { case text, ansi, svg }

  private let invocation: Invocation
  private let source: DashboardSource
  private let preferences: Preferences
  private let screen: ScreenName
  private let size: Size
  private let format: Format
  /// Whether words are printed in place of a frame.
  private let isPlain: Bool

  init(
    _ invocation: Invocation, _ source: DashboardSource, _ preferences: Preferences
  ) throws(Stop) {
    self.invocation = invocation
    self.source = source
    self.preferences = preferences
    screen =
      try invocation.choice(.screen, among: ScreenName.all).flatMap { ScreenName($0) } ?? .team
    let numbers = (invocation[.size] ?? "120x40").split(separator: "x").map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { throw Stop(.usage, "The size is columns and rows, as in --size 120x40.") }
    size = Size(columns: columns, rows: rows)
    isPlain = invocation.has(.plain)
    if isPlain, let other = [Option.format, .size].first(where: invocation.has) {
      throw Stop(
        .usage, "--plain prints lines of words, to which --\(other.rawValue) says nothing.")
    }
    format = try invocation.choice(.format) ?? .text
  }

  /// Waits until the data is there, or cannot be had, and draws it.
  func run() async throws(Stop) -> ExitCode {
    let moment = Moment(uptime: 0, wall: Int(source.now().milliseconds))
    var model = try source.model(
      invocation, preferences: preferences, now: moment, size: size,
      resource: screen.resource)
    var commands = model.start(refreshing: invocation.refresh)
    let meter = Meter()
    while case .watch(let query, let request, let refreshing)? = commands.first {
      commands = []
      for await snapshot in await source.watch(query, refreshing) {
        commands = DashboardProgram.updateAtOnce(
          &model, .snapshotArrived(request: request, snapshot))
        // Only what needs attention is about more than what other screens show.
        let isEnough =
          screen.kind != .attention && snapshot.progress.isComplete && !snapshot.isStillRead
        if !commands.isEmpty || !snapshot.isWorking || isEnough { break }
        meter.show(snapshot)
      }
      meter.clear()
    }
    let users = try model.snapshot.flatMap { (snapshot) throws(Stop) in
      try invocation.chosenUsers(snapshot.directory)
    }
    model.requests = await source.operations?.requests().first { _ in true } ?? []
    model.accountReports = await source.operations?.reports() ?? []
    if screen.kind != .team { model.open(screen.kind, users: users?.sorted() ?? []) }
    await readConversations(&model)
    model.judgeAtOnce()
    if isPlain {
      try Output.write(plainLines(model).map { $0 + "\n" }.joined())
    } else {
      try draw(DashboardProgram.view(model, size: size))
    }
    guard let snapshot = model.snapshot else { return .fine }
    let hasSomething = snapshot.oldest != nil
    if let failure = snapshot.failure { return ExitCode(failure, hasSomething: hasSomething) }
    return snapshot.isOffline && !hasSomething ? .unreachable : .fine
  }

  /// Waits for the conversations that the screen lists, and for the newest of them where that is
  /// the screen.
  private func readConversations(_ model: inout Model) async {
    guard screen.kind == .conversations || screen.kind == .transcript else { return }
    let moment = Moment(uptime: 0, wall: Int(source.now().milliseconds))
    for command in DashboardProgram.updateAtOnce(&model, .ticked(moment)) {
      guard case .watchConversations(let query?, let request) = command,
        let lists = await source.operations?.conversations(query)
      else { continue }
      for await list in lists {
        _ = DashboardProgram.updateAtOnce(
          &model, .conversationsArrived(request: request, list))
        if !list.isWorking || list.progress.isComplete { break }
      }
    }
    guard screen.kind == .transcript else { return }
    for command in model.openSelected() {
      guard case .fetchTranscript(let account, let number, let request) = command,
        let answer = await source.operations?.transcript(account, number)
      else { continue }
      _ = DashboardProgram.updateAtOnce(&model, .transcriptArrived(request: request, answer))
    }
  }

  private func draw(_ frame: Frame) throws(Stop) {
    switch format {
    case .text: try Output.write(frame.text)
    case .ansi: try Output.write(frame.ansi(depth: .truecolor))
    case .svg: try Output.write(frame.svg(theme: preferences.theme, title: "Rapport"))
    }
  }
}
