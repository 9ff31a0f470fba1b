import Canvas
import Configuration
import Dashboard
import Glibc
import Loop
import Terminal

/// What `rapport` shows to somebody who has set nothing up yet. Runs on the main thread, which owns
/// model and screen.
struct WelcomeCommand {
  let appearance: Appearance
  /// Where the configuration belongs.
  let path: String
  /// A file of all settings.
  let text: String

  /// Whether there is a terminal to ask on.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && Output.isTerminal }

  /// Whether the user wants to see the demo.
  func leadsToDemo() throws(Stop) -> Bool {
    let screen: CursesScreen
    let inbox: Inbox<WelcomeProgram.Message>
    var options = ScreenOptions()
    options.depth = appearance.depth
    do {
      inbox = try Inbox<WelcomeProgram.Message>()
      screen = try CursesScreen(options)
    } catch {
      throw Stop(.failed, "\(error)")
    }
    let model = WelcomeProgram.Model(
      theme: appearance.theme.quantised(to: screen.depth), isASCII: !screen.supportsUnicode,
      path: path)
    let runtime = Runtime<WelcomeProgram>(model: model, screen: screen, inbox: inbox) { _ in
      inbox.send(.noticed(write()))
    }
    let ending = runtime.run()
    screen.close()
    if case .terminated(let signal) = ending { exitBySignal(signal) }
    return runtime.model.choice == .demo
  }

  /// Writes the file, unless there is one, and says what came of it.
  private func write() -> String {
    makeFolders(parent(of: path))
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let error = SystemError()
      return error.code == EEXIST
        ? "\(path) is there already: put your account into it, and start rapport again."
        : "\(path) cannot be written: \(error.words)."
    }
    defer { close(file) }
    do throws(SystemError) {
      try writeAll(text.utf8, to: file)
    } catch {
      return "\(path) cannot be written: \(error.words)."
    }
    return "\(path) is written: put your account into it, and start rapport again."
  }
}
