import Dashboard
import Wire

/// Tables taken out of the dashboard, as text.
enum ExportText {
  /// CSV by RFC 4180, with a line of names; what is absent is empty.
  static func csv(_ export: Export) -> String {
    RecordCSV.line(export.columns)
      + export.rows.map { row in
        RecordCSV.line(
          row.map { value in
            switch value {
            case .text(let text): text
            case .number(let number): JSONWriter.text(of: number)
            case .absent: ""
            }
          })
      }.joined()
  }

  /// An array of objects, a line for each; what is absent is null.
  static func json(_ export: Export) -> String {
    let rows = export.rows.map { row in
      var writer = JSONWriter()
      writer.beginObject()
      for (column, value) in zip(export.columns, row) {
        writer.key(column)
        switch value {
        case .text(let text): writer.string(text)
        case .number(let number): writer.double(number)
        case .absent: writer.null()
        }
      }
      writer.endObject()
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    return "[\n" + rows.map { "  " + $0 }.joined(separator: ",\n") + "\n]\n"
  }
}
