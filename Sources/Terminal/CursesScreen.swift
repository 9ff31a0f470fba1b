internal import CNcurses
package import Canvas
internal import Glibc
internal import Loop

/// A terminal driven by curses. Curses is one per process, so only one screen may be open at a
/// time, and it belongs to the thread that opened it.
package final class CursesScreen: Screen {
  /// The size in cells, as of the last `resized` event.
  package internal(set) var size: Size

  let options: ScreenOptions
  let signals: SignalRelay
  var pairs: PairTable
  /// What the terminal shows; nil when that is not known and everything must be painted.
  var shown: Frame?
  var cursorIsVisible: Bool?
  /// Whether the mouse is listened to. Nothing comes from a plain terminal.
  package var reportsMouse = false {
    didSet {
      if isOpen, reportsMouse != oldValue { send(reportsMouse ? Self.mouseOn : Self.mouseOff) }
    }
  }
  var keys = KeyReader()
  /// Keys are read through a window that is never shown: reading through one that is would paint it.
  let keyWindow: UnsafeMutablePointer<WINDOW>?

  private let screen: OpaquePointer
  private let streams: [UnsafeMutablePointer<FILE>]
  private let formerModes: termios
  private let standardError: StandardErrorHold?
  private let crashGuard: CrashGuard
  private(set) var isOpen = true

  /// Takes the terminal over; nothing is asked of it. Throws when there is none, or none that will
  /// do, and has then changed nothing.
  package init(_ options: ScreenOptions = ScreenOptions()) throws(TerminalError) {
    try Self.check(options)
    var modes = termios()
    tcgetattr(options.output, &modes)
    CharacterEncoding.select()
    do { signals = try SignalRelay() } catch { throw .outOfDescriptors }
    (screen, streams) = try Self.start(options, modes, signals)
    self.options = options
    formerModes = modes
    Self.setModes(options)
    keyWindow = newpad(1, 1)
    nodelay(keyWindow, true)
    keypad(keyWindow, true)
    KeyCodes.define()
    pairs = PairTable(limit: options.depth)
    size = Size(columns: Int(shim_columns()), rows: Int(shim_lines()))
    standardError = StandardErrorHold(screen: options.output)
    crashGuard = CrashGuard(
      descriptor: options.output, modes: modes, text: Self.restoringText,
      standardError: standardError, report: options.crashReport)
    startReports()
  }

  deinit { close() }

  /// How many colours frames are shown in.
  package var depth: ColorDepth { pairs.depth }

  /// Whether box-drawing, block and braille characters can be expected to show.
  package var supportsUnicode: Bool { !options.isPlainTerminal && CharacterEncoding.isExpected }

  /// Gives the terminal back as it was. Doing so again does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    endReports()
    endCurses()
    delwin(keyWindow)
    delscreen(screen)
    var modes = formerModes
    tcsetattr(options.output, TCSANOW, &modes)
    crashGuard.end()
    streams.forEach { fclose($0) }
    signals.end()
    standardError?.release()
  }

  /// Gives the terminal back while `body` runs; the next frame is painted as a whole.
  func leave(while body: () -> Void) {
    endReports()
    endCurses()
    body()
    reset_prog_mode()
    startReports()
    shown = nil
    cursorIsVisible = nil
  }

  /// Where there is no other screen to go back to, the shell goes on in an empty last line.
  private func endCurses() {
    if shim_capability("rmcup") == nil {
      wmove(shim_stdscr(), getmaxy(shim_stdscr()) - 1, 0)
      wclrtoeol(shim_stdscr())
      wrefresh(shim_stdscr())
    }
    endwin()
  }

  private static func check(_ options: ScreenOptions) throws(TerminalError) {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
    if options.terminal.isEmpty { throw .unnamed }
    if options.terminal == "dumb" { throw .tooSimple(name: options.terminal) }
  }

  private static func start(
    _ options: ScreenOptions, _ modes: termios, _ signals: SignalRelay
  ) throws(TerminalError) -> (OpaquePointer, [UnsafeMutablePointer<FILE>]) {
    // The size is the terminal's own, whatever LINES and COLUMNS say.
    use_env(false)
    use_tioctl(true)
    guard let output = stream(options.output, "w") else {
      signals.end()
      throw .outOfDescriptors
    }
    guard let input = stream(options.input, "r") else {
      fclose(output)
      signals.end()
      throw .outOfDescriptors
    }
    let screen = newterm(options.terminal, output, input)
    if let screen, shim_capability("cup") != nil {
      // Curses would take back a redefinition of colours that never was, and the user's own with it.
      shim_silence("oc")
      return (screen, [output, input])
    }
    if let screen {
      endwin()
      delscreen(screen)
    }
    fclose(output)
    fclose(input)
    signals.end()
    var modes = modes
    tcsetattr(options.output, TCSANOW, &modes)
    throw screen == nil ? .unknown(name: options.terminal) : .tooSimple(name: options.terminal)
  }

  private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    return copy < 0 ? nil : fdopen(copy, mode)
  }

  private static func setModes(_ options: ScreenOptions) {
    cbreak()
    noecho()
    nonl()
    var modes = termios()
    tcgetattr(options.output, &modes)
    // Ctrl-S, Ctrl-Q, Ctrl-V and Ctrl-O are keys like any other.
    modes.c_iflag &= ~tcflag_t(IXON)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    tcsetattr(options.output, TCSANOW, &modes)
    def_prog_mode()
    // A lone Escape is known as such after so many milliseconds.
    set_escdelay(25)
    // Frames are never left half drawn because a key waits.
    typeahead(-1)
    // Scrolling by a row then moves rows instead of painting them.
    idlok(shim_stdscr(), true)
  }
}
