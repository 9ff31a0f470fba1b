package import Canvas
package import Loop

/// The first screen of somebody who has set nothing up yet: what is needed, where it goes, and the
/// demo one key away.
package enum WelcomeProgram: Program {
  /// What happened.
  package enum Message: Equatable, Sendable {
    case keyPressed(Key)
    /// Writing the file came to an end, said in a sentence.
    case noticed(String)
  }

  /// What is to be done.
  package enum Command: Equatable, Sendable {
    /// Write a file of all settings to where it belongs.
    case writeSettings
  }

  /// What the program is left for.
  package enum Choice: Equatable, Sendable { case demo, leave }

  /// The whole state of the screen.
  package struct Model: Equatable, Sendable {
    let theme: Theme
    let isASCII: Bool
    /// Where the configuration belongs.
    let path: String
    /// What was chosen; nil until then.
    package internal(set) var choice: Choice?
    var notice: String?

    /// The screen at first.
    package init(theme: Theme, isASCII: Bool, path: String) {
      self.theme = theme
      self.isASCII = isASCII
      self.path = path
    }
  }

  /// What an event means to the screen; nil when it means nothing.
  package static func message(for event: Event, at now: Moment) -> Message? {
    if case .key(let key) = event { .keyPressed(key) } else { nil }
  }

  /// Changes the state as the message says, and gives back what is to be done outside of it.
  package static func update(_ model: inout Model, _ message: Message) -> [Command] {
    switch message {
    case .noticed(let sentence): model.notice = sentence
    case .keyPressed(.character("d")): model.choice = .demo
    case .keyPressed(.character("w")): return [.writeSettings]
    case .keyPressed(let key):
      let leaving = KeyMap.standard.keys(of: .quit) + KeyMap.standard.keys(of: .back)
      if leaving.contains(key) { model.choice = .leave }
    }
    return []
  }

  /// Nothing changes by itself.
  package static func nextDeadline(_ model: Model) -> Int? { nil }

  /// Whether something was chosen.
  package static func isFinished(_ model: Model) -> Bool { model.choice != nil }
}
