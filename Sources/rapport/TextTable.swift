import Canvas
import Records
import Wire

/// Records and users as plain columns of text for a terminal: remote text is made harmless.
enum TextTable {
  static func text(_ records: [Record], of resource: Resource) -> String {
    let header = ["USER", "FROM", "TO"] + resource.fields.map { $0.name.uppercased() }
    return text(
      header: header, leftColumns: 3,
      rows: records.map { record in
        [record.user.label, date(record.startTime), date(record.endTime)]
          + record.values.map { $0?.text ?? "–" }
      })
  }

  static func text(_ users: [User]) -> String {
    text(
      header: ["NAME", "ID", "EMAILS"], leftColumns: 3,
      rows: users.map { user in
        [user.label, user.id, user.emails.map(\.address).joined(separator: " ")]
      })
  }

  /// The date of a time as the provider wrote it.
  private static func date(_ time: String?) -> String {
    guard let time else { return "–" }
    return WrittenTime(time)?.day.text ?? time
  }

  /// Rows below their header. Columns after the first `leftColumns` are numbers; what is longer
  /// than the `widest` column may be is cut.
  static func text(
    header: [String], leftColumns: Int = .max, rows: [[String]], widest: Int = 40
  ) -> String {
    let rows = rows.map { $0.map(\.harmless) }
    let widths = header.indices.map { column in
      min(widest, rows.reduce(header[column].columns) { max($0, $1[column].columns) })
    }
    return ([header] + rows).map { cells in
      let line = cells.indices.map { column in
        cells[column].clipped(to: widths[column])
          .padded(to: widths[column], column < leftColumns ? .left : .right)
      }.joined(separator: "  ")
      return line.trimmingSuffix(" ") + "\n"
    }.joined()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var rest = self[...]
    while rest.last == character { rest = rest.dropLast() }
    return rest
  }
}
