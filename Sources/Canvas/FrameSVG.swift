extension Frame {
  /// What is on the frame as a picture that needs nothing else: an SVG document with the theme's
  /// colours. Each word is placed on the grid of cells by itself, so that a font whose characters
  /// have another width cannot shift a row, and blocks, lines and braille are drawn as shapes.
  package func svg(theme: Theme, title: String) -> String {
    var picture = Picture(theme: theme)
    for row in 0..<size.rows { picture.draw(self.row(row), row: row) }
    let margin = Picture.margin
    let width = Double(size.columns) * GlyphShape.cellWidth + 2 * margin
    let height = Double(size.rows) * GlyphShape.cellHeight + 2 * margin
    let name = title.harmless.escapedForXML
    let background = theme.background.hex ?? "#000000"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-label="\(name)">
      <title>\(name)</title>
      <style>text{font-size:15px;font-family:"DejaVu Sans Mono","Noto Sans Mono",Menlo,\
      Consolas,"Liberation Mono","Noto Sans Mono CJK SC",monospace}</style>
      <rect width="100%" height="100%" fill="\(background)"/>
      <g shape-rendering="crispEdges">
      \(picture.backgrounds)</g>
      \(picture.marks)</svg>

      """
  }
}

/// The parts of an SVG document while it is put together, row by row.
private struct Picture {
  /// The pixels around the cells.
  static let margin = 12.0

  private let theme: Theme
  private(set) var backgrounds = ""
  private(set) var marks = ""

  init(theme: Theme) { self.theme = theme }

  /// A style as colours: reversed and dimmed already.
  fileprivate struct Ink: Equatable {
    var foreground: String
    var background: String
    var attributes: Attributes
  }

  private func ink(_ style: Style) -> Ink {
    var foreground = theme.resolved(style.foreground, own: theme.foreground)
    var background = theme.resolved(style.background, own: theme.background)
    if style.attributes.contains(.reverse) { swap(&foreground, &background) }
    if style.attributes.contains(.dim) {
      foreground = foreground.mixed(with: background, share: 0.4)
    }
    return Ink(
      foreground: foreground.hex ?? "#ffffff", background: background.hex ?? "#000000",
      attributes: style.attributes)
  }

  mutating func draw(_ cells: ArraySlice<Cell>, row: Int) {
    let y = Self.margin + Double(row) * GlyphShape.cellHeight
    var start = cells.startIndex
    while start < cells.endIndex {
      let style = cells[start].style
      let end = cells[start...].firstIndex { $0.style != style } ?? cells.endIndex
      let x = Self.margin + Double(start - cells.startIndex) * GlyphShape.cellWidth
      draw(run: cells[start..<end], ink(style), x: x, y: y)
      start = end
    }
  }

  private mutating func draw(run: ArraySlice<Cell>, _ ink: Ink, x: Double, y: Double) {
    let width = Double(run.count) * GlyphShape.cellWidth
    if ink.background != theme.background.hex {
      backgrounds +=
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(GlyphShape.cellHeight)\""
        + " fill=\"\(ink.background)\"/>\n"
    }
    if ink.attributes.contains(.underline) {
      backgrounds +=
        "<rect x=\"\(x)\" y=\"\(y + 18)\" width=\"\(width)\" height=\"1\""
        + " fill=\"\(ink.foreground)\"/>\n"
    }
    drawShapes(run, ink, x: x, y: y)
    drawWords(run, ink, x: x, y: y)
  }

  private mutating func drawShapes(_ run: ArraySlice<Cell>, _ ink: Ink, x: Double, y: Double) {
    var paths: [Double: String] = [:]
    for (index, cell) in run.enumerated() {
      let place = x + Double(index) * GlyphShape.cellWidth
      guard let shape = GlyphShape(cell.character, x: place, y: y) else { continue }
      paths[shape.opacity, default: ""] += shape.path
    }
    for (opacity, path) in paths.sorted(by: { $0.key < $1.key }) {
      let shade = opacity < 1 ? " fill-opacity=\"\(opacity)\"" : ""
      marks += "<path fill=\"\(ink.foreground)\"\(shade) d=\"\(path)\"/>\n"
    }
  }

  private mutating func drawWords(_ run: ArraySlice<Cell>, _ ink: Ink, x: Double, y: Double) {
    var word = ""
    var start = 0
    for (index, cell) in run.enumerated() {
      let place = x + Double(index) * GlyphShape.cellWidth
      if cell.joinsWord {
        if word.isEmpty { start = index }
        word.append(cell.character)
        continue
      }
      drawWord(word, ink, x: x + Double(start) * GlyphShape.cellWidth, y: y)
      word = ""
      guard cell.width > 0, cell.character != " ",
        GlyphShape(cell.character, x: 0, y: 0) == nil
      else { continue }
      let center = place + Double(cell.width) * GlyphShape.cellWidth / 2
      marks +=
        "<text x=\"\(center)\" y=\"\(y + 15)\" text-anchor=\"middle\"\(ink.font)>"
        + "\(String(cell.character).escapedForXML)</text>\n"
    }
    drawWord(word, ink, x: x + Double(start) * GlyphShape.cellWidth, y: y)
  }

  private mutating func drawWord(_ word: String, _ ink: Ink, x: Double, y: Double) {
    guard !word.isEmpty else { return }
    let length = Double(word.count) * GlyphShape.cellWidth
    marks +=
      "<text x=\"\(x)\" y=\"\(y + 15)\" textLength=\"\(length)\"\(ink.font)>"
      + "\(word.escapedForXML)</text>\n"
  }
}

extension Picture.Ink {
  fileprivate var font: String {
    var font = " fill=\"\(foreground)\""
    if attributes.contains(.bold) { font += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { font += " font-style=\"italic\"" }
    return font
  }
}

extension Cell {
  /// Whether it is a letter, digit or sign that every monospace font has in one width.
  fileprivate var joinsWord: Bool {
    guard width == 1, character != " ", character.unicodeScalars.count == 1,
      let scalar = character.unicodeScalars.first
    else { return false }
    return scalar.value < 0x530
  }
}

extension String {
  fileprivate var escapedForXML: String {
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
    return text
  }
}
