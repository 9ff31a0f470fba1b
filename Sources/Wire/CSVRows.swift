/// Reads comma-separated values (RFC 4180): cells may be quoted, and lines end in LF or CRLF.
struct CSVRows {
  /// The cells of one record, and the line that it begins in, 1 for the first.
  struct Row: Equatable {
    let line: Int
    let cells: [String]
  }

  /// A quote that is not closed, or not where one may stand, and the line of it.
  struct BadQuote: Error, Equatable {
    let line: Int
  }

  private let text: [UInt8]
  private var position = 0
  private var line = 1

  /// The rows of a text, without its blank lines.
  static func all(of text: [UInt8]) throws(BadQuote) -> [Row] {
    var reader = CSVRows(text: text)
    var rows: [Row] = []
    while reader.position < text.count {
      let row = try reader.row()
      if row.cells != [""] { rows.append(row) }
    }
    return rows
  }

  private init(text: [UInt8]) {
    self.text = text
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func row() throws(BadQuote) -> Row {
    let start = line
    var cells = [try cell()]
    while position < text.count, text[position] == UInt8(ascii: ",") {
      position += 1
      cells.append(try cell())
    }
    if position < text.count, text[position] == UInt8(ascii: "\r") { position += 1 }
    if position < text.count, text[position] == UInt8(ascii: "\n") { position += 1 }
    line += 1
    return Row(line: start, cells: cells)
  }

  /// The next cell, up to the comma or the line end after it.
  private mutating func cell() throws(BadQuote) -> String {
    guard position < text.count, text[position] == UInt8(ascii: "\"") else {
      let end = text[position...].firstIndex { ",\n\r".utf8.contains($0) } ?? text.count
      defer { position = end }
      return String(decoding: text[position..<end], as: UTF8.self)
    }
    let start = line
    var cell: [UInt8] = []
    position += 1
    while let end = text[position...].firstIndex(of: UInt8(ascii: "\"")) {
      cell += text[position..<end]
      line += text[position..<end].count { $0 == UInt8(ascii: "\n") }
      position = end + 1
      guard position < text.count, !",\n\r".utf8.contains(text[position]) else {
        return String(decoding: cell, as: UTF8.self)
      }
      // Two quotes stand for one.
      guard text[position] == UInt8(ascii: "\"") else { throw BadQuote(line: line) }
      cell.append(UInt8(ascii: "\""))
      position += 1
    }
    throw BadQuote(line: start)
  }
}
