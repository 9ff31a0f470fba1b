internal import Canvas

/// A value in a YAML file, with its place in the file so that every complaint can point at it.
package struct YAMLNode: Equatable, Sendable {
  /// What a node holds.
  package enum Value: Equatable, Sendable {
    /// A piece of text; what it means (a number, a date, nothing) is for its reader to say.
    case scalar(String)
    case sequence([YAMLNode])
    /// The entries in the order of the file, each key once.
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  package struct Entry: Equatable, Sendable {
    /// The key as a node, for its place.
    package let keyNode: YAMLNode
    /// The key as text.
    package let key: String
    /// What the key is set to.
    package let value: YAMLNode
  }

  /// What the node holds.
  package let value: Value
  /// The path of the file it is from, as it was given.
  package let file: String
  /// The line it begins in, from 1.
  package let line: Int
  /// The column it begins in, in characters from 1.
  package let column: Int

  /// An error at the place of this node.
  package func error(_ sentence: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, column: column, sentence)
  }

  /// The value of a key; nil if it is not there or this is no mapping.
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text of a scalar; throws if it is anything else. `what` says in the error what was
  /// expected, such as `a name`.
  package func text(_ what: String) throws(ConfigurationError) -> String {
    guard case .scalar(let text) = value else {
      throw error("Here \(what) is expected, not \(kind).")
    }
    return text
  }

  /// The entries of a mapping; throws if it is anything else. `what` says in the error what was
  /// expected, such as `a palette`.
  package func entries(_ what: String) throws(ConfigurationError) -> [Entry] {
    guard case .mapping(let entries) = value else {
      throw error("Here \(what) is expected, as lines of the form \"key: value\", not \(kind).")
    }
    return entries
  }

  /// Throws an error that names the nearest known key if a mapping has one that is not known.
  package func allowOnly(_ known: [String], _ what: String) throws(ConfigurationError) {
    for entry in try entries(what) where !known.contains(entry.key) {
      throw entry.keyNode.error(
        "\(quoted(entry.key)) is not known in \(what); the nearest is"
          + " \(quoted(nearest(to: entry.key, among: known))).")
    }
  }

  private var kind: String {
    switch value {
    case .scalar(let text): text.isEmpty ? "nothing" : "the text \(quoted(text))"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }
}
