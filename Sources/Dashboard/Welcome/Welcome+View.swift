package import Canvas

extension WelcomeProgram {
  /// Draws the state on a screen of this size.
  package static func view(_ model: Model, size: Size) -> Frame {
    let theme = model.theme
    var frame = Frame(size: size, style: theme[.text])
    drawBar(
      left: [BarPart("rapport", theme[.title], rank: 1)], right: [], row: 0,
      style: theme[.statusBar], into: &frame)
    let width = min(76, size.columns - 4)
    let lines = parts(of: model).flatMap { $0.lines(width: width, theme: theme) }
    // On a low screen the beginning counts: the keys stand in the last line too.
    let body = body(of: size)
    for (row, line) in lines.prefix(max(0, body.rows)).enumerated() {
      frame.put(
        line.clipped(to: size.columns - 2), at: Point(column: 2, row: body.row + row),
        columns: size.columns - 2)
    }
    drawBottom(model, into: &frame)
    return model.isASCII ? frame.inASCII() : frame
  }

  private static func drawBottom(_ model: Model, into frame: inout Frame) {
    let theme = model.theme
    let (columns, rows) = (frame.size.columns, frame.size.rows)
    if let notice = model.notice {
      let lines = notice.wrapped(to: columns - 2).suffix(max(1, rows / 2))
      for (index, line) in lines.enumerated() {
        let row = rows - 1 - lines.count + index
        frame.fill(Rect(column: 0, row: row, columns: columns, rows: 1), theme[.text])
        frame.put(line, at: Point(column: 1, row: row), style: theme[.accent])
      }
    }
    var column = 1
    for (key, words) in [("d", "demo"), ("w", "write the file"), ("q", "quit")] {
      let hint = Line(Span(key, theme[.key]), Span(" \(words)", theme[.muted]))
      column += frame.put(hint, at: Point(column: column, row: rows - 1)) + 2
    }
  }

  private static func parts(of model: Model) -> [Part] {
    [
      .words("Welcome. Rapport shows how a team talks, from the systems that measure it.", .text),
      .space,
      .key("d", "looks at a made-up team first: no credentials, and nothing leaves this machine."),
      .space,
      .words("For your own team it needs one account, and its token. They are named in", .text),
      .verbatim(model.path, .accent),
      .key("w", "writes that file with all settings and what they mean. What it needs is this:"),
      .space,
      .verbatim("accounts:", .text),
      .verbatim("  my-team:", .text),
      .verbatim("    integrated_account: the account's id in Truto", .text),
      .verbatim("    token: {env: TRUTO_API_TOKEN}", .text),
      .space,
      .words(
        "The token may as well be in a file that only you may read, as {file: PATH}, or come from a"
          + " command, as {command: [pass, show, truto]}. A Talkdesk account has provider: talkdesk"
          + " and more, which the file explains.", .muted),
      .space,
      .words("Then rapport doctor says whether all is well, and rapport opens your team.", .text),
    ]
  }
}

/// A part of the screen.
private enum Part {
  /// A sentence, broken into lines.
  case words(String, Role)
  /// A line that stays one, set in a little.
  case verbatim(String, Role)
  /// A key with what it does.
  case key(String, String)
  case space

  func lines(width: Int, theme: Theme) -> [Line] {
    switch self {
    case .words(let text, let role): text.wrapped(to: width).map { Line(Span($0, theme[role])) }
    case .verbatim(let text, let role): [Line(Span("    \(text.harmless)", theme[role]))]
    case .key(let key, let words):
      words.wrapped(to: width - 4).enumerated().map { index, line in
        Line(
          Span(index == 0 ? "\(key)   " : "    ", theme[.key]), Span(line, theme[.text]))
      }
    case .space: [Line("")]
    }
  }
}
