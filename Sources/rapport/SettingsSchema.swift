import Configuration
import Wire

/// The settings as a JSON schema, by which editors complete and check the file.
enum SettingsSchema {
  /// The schema of a file with these settings.
  static func text(_ entries: [SettingEntry]) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("$schema", "http://json-schema.org/draft-07/schema#")
    json.member("title", "Settings of Rapport")
    write(group: entries, to: &json)
    json.endObject()
    return JSONLayout.lines(of: json.bytes) + "\n"
  }

  private static func write(_ entry: SettingEntry, word: String? = nil, to json: inout JSONWriter) {
    json.key(entry.name)
    json.beginObject()
    json.member("description", entry.help.isEmpty ? nil : entry.help)
    if let word { json.member("const", word) } else { write(entry.shape, to: &json) }
    json.endObject()
  }

  /// The members of a schema's object.
  private static func write(_ shape: SettingShape, to json: inout JSONWriter) {
    switch shape {
    // An id that is all digits is a number to YAML.
    case .text: write(["string", "number"], as: "type", to: &json)
    case .pattern(let pattern):
      json.member("type", "string")
      json.member("pattern", pattern)
    case .word(let words): write(words, as: "enum", to: &json)
    case .number(let range):
      json.member("type", "number")
      write(range.lowerBound, range.upperBound, to: &json)
    case .whole(let range):
      json.member("type", "integer")
      write(Double(range.lowerBound), Double(range.upperBound), to: &json)
    case .flag: json.member("type", "boolean")
    case .list(let shape):
      json.member("type", "array")
      json.key("items")
      write(object: shape, to: &json)
    case .either(let shapes):
      json.key("anyOf")
      json.beginArray()
      for shape in shapes { write(object: shape, to: &json) }
      json.endArray()
    case .group(let entries): write(group: entries, to: &json)
    case .variants(let key, let variants): write(variants, by: key, to: &json)
    case .named(let names, let shape):
      json.member("type", "object")
      if let names {
        json.key("propertyNames")
        write(object: .word(names), to: &json)
      }
      json.key("additionalProperties")
      write(object: shape, to: &json)
    }
  }

  private static func write(object shape: SettingShape, to json: inout JSONWriter) {
    json.beginObject()
    write(shape, to: &json)
    json.endObject()
  }

  private static func write(
    group entries: [SettingEntry], word: (key: String, word: String)? = nil, isFirst: Bool = true,
    to json: inout JSONWriter
  ) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.key("properties")
    json.beginObject()
    for entry in entries {
      write(entry, word: entry.name == word?.key ? word?.word : nil, to: &json)
    }
    json.endObject()
    let required = entries.filter { $0.isRequired || $0.name == word?.key && !isFirst }.map(\.name)
    if !required.isEmpty { write(required, as: "required", to: &json) }
  }

  /// What may stand there hangs on a word; the first group is meant where that is left out.
  private static func write(
    _ variants: [SettingVariant], by key: String, to json: inout JSONWriter
  ) {
    json.key("anyOf")
    json.beginArray()
    for (index, variant) in variants.enumerated() {
      json.beginObject()
      write(
        group: variant.entries, word: (key, variant.word), isFirst: index == 0, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private static func write(_ words: [String], as key: String, to json: inout JSONWriter) {
    json.key(key)
    json.beginArray()
    for word in words { json.string(word) }
    json.endArray()
  }

  private static func write(_ least: Double, _ greatest: Double, to json: inout JSONWriter) {
    json.key("minimum")
    json.double(least)
    json.key("maximum")
    json.double(greatest)
  }
}
