import Wire

/// How what is said about Rapport itself is printed.
enum ReportFormat: String, CaseIterable {
  case table, json, ndjson

  /// The format of `-o`; lines to read without it, to a pipe too.
  init(_ invocation: Invocation) throws(Stop) {
    self = try invocation.choice(.output) ?? .table
  }

  /// Prints values as one array, or one to a line.
  func print<Value>(
    _ values: [Value], _ write: (Value, inout JSONWriter) -> Void
  ) throws(Stop) {
    if self == .json {
      try Output.writeArray(values, write)
    } else {
      try Output.writeLines(values, write)
    }
  }
}
