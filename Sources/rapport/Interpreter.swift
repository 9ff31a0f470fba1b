import Canvas
import Dashboard
import DataCore
import Dispatch
import Loop
import Records
import Terminal

/// Does what commands say. It is called on the thread of the screen: what blocks is done elsewhere.
struct Interpreter {
  private static let files = DispatchQueue(label: "rapport.files")

  private let screen: CursesScreen
  private let inbox: Inbox<Message>
  private let memory: Memory?
  private let themes: @Sendable () -> [Theme]
  private let watch: ThemeWatch?
  private let questions: AsyncStream<Dashboard.Command>.Continuation
  private let judgements: AsyncStream<(Judgement, request: Int)>.Continuation

  /// A change of a theme's file is shown at once.
  init(
    source: DashboardSource, screen: CursesScreen, inbox: Inbox<Message>, memory: Memory?,
    appearance: Appearance
  ) {
    self.screen = screen
    self.inbox = inbox
    self.memory = memory
    let depth = screen.depth
    themes = { appearance.themes(depth: depth).themes }
    watch = ThemeWatch(folders: appearance.folders, queue: Interpreter.files) {
      let (themes, mistakes) = appearance.themes(depth: depth)
      inbox.send(.themesListed(themes))
      if let mistake = mistakes.first { inbox.send(.noticed(mistake)) }
    }
    let (stream, continuation) = AsyncStream.makeStream(of: Dashboard.Command.self)
    questions = continuation
    let (waiting, judgements) = AsyncStream.makeStream(
      of: (Judgement, request: Int).self, bufferingPolicy: .bufferingNewest(1))
    self.judgements = judgements
    Task(executorPreference: QuietExecutor.shared) {
      for await (judgement, request) in waiting {
        inbox.send(.judged(request: request, judgement.judged()))
      }
    }
    Task(executorPreference: QuietExecutor.shared) {
      // One after another in the order they were asked.
      var questions = Questions(source: source, inbox: inbox)
      for await question in stream { await questions.ask(question) }
    }
  }

  func perform(_ command: Dashboard.Command) {
    switch command {
    case .copy(let clip, let what): copy(clip, what)
    case .listenToMouse(let listens): screen.reportsMouse = listens
    case .redraw: screen.redraw()
    case .write(let export, let path, let overwrites):
      ExportFile.write(export, path: path, overwrites: overwrites) { [inbox] in
        inbox.send(.noticed($0))
      }
    case .listThemes:
      Interpreter.files.async { [inbox, themes] in inbox.send(.themesListed(themes())) }
    case .remember(let remembered, let account):
      memory?.keep(remembered, of: account) { [inbox] in inbox.send(.noticed($0)) }
    case .judge(let judgement, let request): judgements.yield((judgement, request: request))
    case .watch, .fetch, .pause, .readCredentials, .watchRequests, .watchAccounts, .fetchRecord,
      .watchConversations, .fetchTranscript:
      questions.yield(command)
    }
  }

  private func copy(_ clip: Clip, _ what: String) {
    let text =
      switch clip {
      case .text(let text): text
      case .table(let export): ExportText.csv(export)
      }
    let sentence =
      switch screen.copy(text) {
      case .sent: "Copied \(what)."
      case .tooLong: "This is too long for the terminal's clipboard: :write FILE takes it."
      case .impossible: "This terminal has no clipboard to copy to: :write FILE writes to a file."
      }
    inbox.send(.noticed(sentence))
  }
}
