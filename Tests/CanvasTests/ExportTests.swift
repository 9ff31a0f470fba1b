import Canvas
import Foundation
import FoundationXML
import Testing

@Suite struct ExportTests {
  private let red = Style(foreground: .rgb(red: 255, green: 0, blue: 0), attributes: .bold)

  private func sample() -> Frame {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    frame.put(
      Line(Span("a<b "), Span("李&", red), Span(" ▂█⣿│")), at: Point(column: 0, row: 0))
    frame.put("e\u{301}\"x\"", at: Point(column: 1, row: 2), style: Style(attributes: .reverse))
    return frame
  }

  @Test func `text has a line for each row without the spaces at its end`() {
    #expect(sample().text == "a<b 李& ▂█⣿│\n\n e\u{301}\"x\"\n")
  }

  @Test(arguments: [
    (ColorDepth.truecolor, "1;38;2;255;0;0"), (.palette256, "1;38;5;196"), (.sixteen, "1;91"),
    (.eight, "1;31"), (.none, "1"),
  ])
  func `colours are reset at the end of each run and row`(depth: ColorDepth, codes: String) {
    #expect(
      sample().ansi(depth: depth)
        == "a<b \u{1B}[0;\(codes)m李&\u{1B}[0m ▂█⣿│\n\n \u{1B}[0;7me\u{301}\"x\"\u{1B}[0m\n")
  }

  @Test func `text without its sequences is the frame's text`() {
    var frame = sample()
    frame.fill(Rect(column: 9, row: 1, columns: 2, rows: 1), red)
    let plain = frame.ansi(depth: .palette256).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == "a<b 李& ▂█⣿│\n           \n e\u{301}\"x\"\n")
  }

  @Test func `an SVG is well-formed and names what it shows`() throws {
    let svg = sample().svg(theme: .terminal, title: "Team <of> \u{1B}\"Acme\"")
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(svg.contains("<title>Team &lt;of&gt; \u{FFFD}&quot;Acme&quot;</title>"))
    #expect(
      svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"132.0\" height=\"84.0\""))
  }

  @Test func `each word of an SVG stands in its own column`() {
    let svg = sample().svg(theme: .terminal, title: "x")
    #expect(
      svg.contains("<text x=\"12.0\" y=\"27.0\" textLength=\"27.0\" fill=\"#d5d8de\">a&lt;b</text>")
    )
    #expect(
      svg.contains(
        "<text x=\"57.0\" y=\"27.0\" text-anchor=\"middle\" fill=\"#ff0000\" font-weight=\"bold\">李</text>"
      ))
    #expect(svg.contains(">e\u{301}</text>"))
    for drawn in ["▂", "█", "⣿", "│"] { #expect(!svg.contains(drawn)) }
  }

  @Test func `blocks, lines and braille have shapes and letters have none`() {
    for frame in ["▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▀▔▕░▒▓", "─│┌┐└┘├┤┬┴┼┄╌═┊", "⠁⡇⢸⣿", "▲▼●■"] {
      var drawn = Frame(size: Size(columns: 24, rows: 1))
      drawn.put(frame, at: Point(column: 0, row: 0))
      let svg = drawn.svg(theme: .plain, title: "x")
      #expect(!svg.contains("<text"), "\(frame)")
      #expect(svg.contains("<path"), "\(frame)")
    }
  }

  @Test func `a frame of nothing can be exported`() {
    let frame = Frame(size: Size(columns: 0, rows: 0))
    #expect(frame.text == "")
    #expect(frame.ansi(depth: .truecolor) == "")
    #expect(frame.svg(theme: .plain, title: "").contains("width=\"24.0\""))
  }
}
