import Wire

extension Output {
  /// Writes values as one JSON array.
  static func writeArray<Value>(
    _ values: [Value], _ write: (Value, inout JSONWriter) -> Void
  ) throws(Stop) {
    var json = JSONWriter()
    json.beginArray()
    for value in values { write(value, &json) }
    json.endArray()
    json.newline()
    try Output.write(json.bytes)
  }

  /// Writes a JSON value a line, as they are made.
  static func writeLines<Value>(
    _ values: [Value], _ write: (Value, inout JSONWriter) -> Void
  ) throws(Stop) {
    var json = JSONWriter()
    for value in values {
      write(value, &json)
      json.newline()
      if json.bytes.count > 65_536 { try Output.write(json.take()) }
    }
    try Output.write(json.bytes)
  }
}
