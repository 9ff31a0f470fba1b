package import Records

/// Records as comma-separated values (RFC 4180), one column for each scalar field.
package struct RecordCSV: Sendable {
  /// The names in the first line.
  package let columns: [String]
  private let resource: Resource
  private let additional: [String]

  /// `additional` names the additional metrics that get a column.
  package init(resource: Resource, additional: [String] = []) {
    self.resource = resource
    self.additional = additional
    columns =
      ["id", "user.id", "user.name", "user.emails", "start_time", "end_time"]
      + (resource == .interactions ? ["timezone"] : []) + ["aggregation_period"]
      + resource.fields.map { "metrics.\($0.name)" }
      + additional.map { "additional_metrics.\($0)" } + ["created_at", "updated_at"]
  }

  /// The line of names, with its line end.
  package var header: String { RecordCSV.line(columns) }

  /// The line of a record, with its line end; what is absent is empty.
  package func line(_ record: Record) -> String {
    let start: [String?] = [
      record.id, record.user.id, record.user.name,
      record.user.emails.map(\.address).joined(separator: ";"), record.startTime, record.endTime,
    ]
    let zone: [String?] = resource == .interactions ? [record.timezone] : []
    let numbers = record.values.map { $0?.text }
    let more = additional.map { name in
      record.additional.last { $0.name == name }?.value?.text
    }
    let end = [record.createdAt, record.updatedAt]
    return RecordCSV.line(
      (start + zone + [record.aggregationPeriod] + numbers + more + end).map { $0 ?? "" })
  }

  /// Cells as one line: quoted where they hold a comma, a quote or a line end.
  package static func line(_ cells: [String]) -> String {
    cells.map { cell in
      guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
      // By scalars: a quote with a mark on it is another character, and still a quote in the file.
      var quoted = "\"".unicodeScalars
      for scalar in cell.unicodeScalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
      }
      return String(quoted) + "\""
    }.joined(separator: ",") + "\r\n"
  }
}

extension Number {
  /// As JSON and CSV have it: the shortest text that reads back as the same number, a decimal one
  /// with its point.
  package var text: String {
    switch self {
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    }
  }
}
