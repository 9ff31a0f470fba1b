internal import CYAML

extension YAMLNode {
  /// The one document of a YAML file. An empty file is an empty mapping.
  ///
  /// Throws on what is not YAML, on a key that is there twice, and on what these files have no
  /// use for and could be abused: aliases, tags, several documents, nesting beyond 32 levels,
  /// more than 1 MiB.
  package static func read(_ path: String) throws(ConfigurationError) -> YAMLNode {
    try parse(TextFile.bytes(of: path), file: path)
  }

  /// The one document of a YAML text, by the rules of `read`. `file` is the path in errors.
  package static func parse(
    _ bytes: [UInt8], file: String
  ) throws(ConfigurationError) -> YAMLNode {
    guard bytes.count <= TextFile.sizeLimit else {
      throw ConfigurationError(
        file: file, "This file is larger than 1 MiB, which no configuration needs.")
    }
    return try bytes.withUnsafeBufferPointer { (input) throws(ConfigurationError) -> YAMLNode in
      let events = try YAMLEvents(input, file: file)
      return try YAMLReader(events: events).document()
    }
  }
}

/// Makes nodes of events.
private struct YAMLReader: ~Copyable {
  private static let deepest = 32
  private let events: YAMLEvents

  init(events: consuming YAMLEvents) { self.events = events }

  func document() throws(ConfigurationError) -> YAMLNode {
    var event = try events.next()
    guard event.kind != .streamEnd else { return event.node(.mapping([])) }
    event = try events.next()
    let root = try node(startingWith: event, depth: 1)
    event = try events.next()
    guard event.kind == .streamEnd else {
      throw event.error("A second document begins here; put it into a file of its own.")
    }
    // A document of one empty scalar is what comments between "---" and "..." leave.
    return root.value == .scalar("") ? event.node(.mapping([])) : root
  }

  private func node(
    startingWith event: YAMLEvents.Event, depth: Int
  ) throws(ConfigurationError) -> YAMLNode {
    guard depth <= Self.deepest else {
      throw event.error("This is nested more than \(Self.deepest) levels deep; make it flatter.")
    }
    switch event.kind {
    case .scalar(let text): return event.node(.scalar(text))
    case .sequenceStart: return event.node(.sequence(try items(depth: depth)))
    case .mappingStart: return event.node(.mapping(try entries(depth: depth)))
    case .end, .documentStart, .streamEnd:
      throw event.error("A value is missing here.")
    }
  }

  private func items(depth: Int) throws(ConfigurationError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if event.kind == .end { return items }
      items.append(try node(startingWith: event, depth: depth + 1))
    }
  }

  private func entries(depth: Int) throws(ConfigurationError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try events.next()
      if event.kind == .end { return entries }
      guard case .scalar(let key) = event.kind else {
        throw event.error("A key must be a word, not a list or a group of keys.")
      }
      if let first = lines.updateValue(event.line, forKey: key) {
        throw event.error("\(quoted(key)) is here again; it is already in line \(first).")
      }
      let value = try node(startingWith: try events.next(), depth: depth + 1)
      entries.append(YAMLNode.Entry(keyNode: event.node(.scalar(key)), key: key, value: value))
    }
  }
}
