package import Canvas
internal import Glibc

/// Which terminal a screen is opened on, and how it is spoken to.
package struct ScreenOptions: Sendable {
  /// When frames are wrapped in the marks of synchronized output, so that a large one is never
  /// seen half drawn.
  package enum Synchronized: String, CaseIterable, Sendable {
    /// Around large frames, on terminals that are not known to choke on the marks.
    case auto
    case on, off
  }

  /// The terminal's kind, as TERM says it.
  package var terminal: String
  /// Where keys are read.
  package var input: Int32 = STDIN_FILENO
  /// Where frames are written.
  package var output: Int32 = STDOUT_FILENO
  /// The most colours to use, whatever the terminal has.
  package var depth: ColorDepth = .truecolor
  /// Whether tmux is between the program and the terminal, as TMUX says.
  package var isInsideTmux = getenv("TMUX") != nil
  /// Where a crash is written down; nowhere if nil.
  package var crashReport: CrashReport?
  /// When frames are shown as a whole.
  package var synchronized: Synchronized = .auto

  /// Standard input and output, and the terminal of the environment unless another is given.
  package init(terminal: String? = nil) {
    self.terminal = terminal ?? getenv("TERM").map { String(cString: $0) } ?? ""
  }

  /// Whether sequences for the terminal have to be wrapped. Tmux names itself like this as well.
  var isInsideGNUScreen: Bool { terminal.hasPrefix("screen") && !isInsideTmux }

  /// Old and plain terminals, which may print what they do not understand.
  var isPlainTerminal: Bool {
    ["linux", "vt", "ansi", "cons", "cygwin", "pcansi", "sun", "mach", "hurd", "wsvt"]
      .contains { terminal.hasPrefix($0) }
  }
}
