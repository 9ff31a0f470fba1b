import Canvas
import Records
import Wire

/// How records are printed.
enum OutputFormat: String, CaseIterable {
  case table, json, ndjson, csv

  /// The format of `-o`: without it a table on a terminal, and a record a line into a pipe.
  init(_ invocation: Invocation) throws(Stop) {
    self = try invocation.choice(.output) ?? (Output.isTerminal ? .table : .ndjson)
  }
}

/// Prints records and users in the unified API's own names and shapes.
struct RecordPrinter {
  let format: OutputFormat

  func print(_ records: [Record], of resource: Resource) throws(Stop) {
    switch format {
    case .json: try Output.writeArray(records, RecordJSON.write)
    case .ndjson: try Output.writeLines(records, RecordJSON.write)
    case .csv:
      var names: [String] = []
      for record in records {
        for metric in record.additional where !names.contains(metric.name) {
          names.append(metric.name)
        }
      }
      let csv = RecordCSV(resource: resource, additional: names)
      try Output.write(csv.header)
      for record in records { try Output.write(csv.line(record)) }
    case .table: try TextTable.of(records, resource).print()
    }
  }

  /// Prints records of either resource in one list, or as a table for each.
  func print(_ records: [Record]) throws(Stop) {
    let resources = Resource.allCases.filter { resource in
      records.contains { $0.resource == resource }
    }
    switch format {
    case .json: try Output.writeArray(records, RecordJSON.write)
    case .ndjson: try Output.writeLines(records, RecordJSON.write)
    case .csv where resources.count > 1:
      throw Stop(
        .usage,
        "There are interactions and activity, whose columns differ: print them with -o ndjson, or"
          + " open one of them at a time.")
    case .csv, .table:
      for (index, resource) in resources.enumerated() {
        if index > 0 { try Output.write("\n") }
        try print(records.filter { $0.resource == resource }, of: resource)
      }
    }
  }

  func print(_ users: [User]) throws(Stop) {
    switch format {
    case .json: try Output.writeArray(users, RecordJSON.write)
    case .ndjson: try Output.writeLines(users, RecordJSON.write)
    case .csv:
      try Output.write(RecordCSV.line(["id", "name", "emails", "created_at", "updated_at"]))
      for user in users {
        let emails = user.emails.map(\.address).joined(separator: ";")
        try Output.write(
          RecordCSV.line([
            user.id, user.name ?? "", emails, user.createdAt ?? "", user.updatedAt ?? "",
          ]))
      }
    case .table: try TextTable.of(users).print()
    }
  }
}
