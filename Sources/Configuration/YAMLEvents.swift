internal import CYAML

/// The events of libyaml, each with its place, without those that say nothing.
struct YAMLEvents: ~Copyable {
  /// What comes next in a file.
  struct Event {
    enum Kind: Equatable {
      case scalar(String)
      case sequenceStart, mappingStart
      /// The end of the innermost sequence or mapping.
      case end
      case documentStart
      case streamEnd
    }

    let kind: Kind
    let file: String
    let line: Int
    let column: Int

    func node(_ value: YAMLNode.Value) -> YAMLNode {
      YAMLNode(value: value, file: file, line: line, column: column)
    }

    func error(_ sentence: String) -> ConfigurationError {
      ConfigurationError(file: file, line: line, column: column, sentence)
    }
  }

  private let file: String
  private let input: UnsafeBufferPointer<UInt8>
  /// On the heap because libyaml keeps pointers into it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// The events of a text, which must outlive them.
  init(_ input: UnsafeBufferPointer<UInt8>, file: String) throws(ConfigurationError) {
    self.file = file
    self.input = input
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      throw ConfigurationError(file: file, "There is not enough memory to read this file.")
    }
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event that says something; after the end of the stream the end again.
  func next() throws(ConfigurationError) -> Event {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError }
      defer { yaml_event_delete(&event) }
      if let kind = try kind(of: event) { return place(kind, event.start_mark) }
    }
  }

  private func place(_ kind: Event.Kind, _ mark: yaml_mark_t) -> Event {
    Event(kind: kind, file: file, line: mark.line + 1, column: mark.column + 1)
  }

  private func kind(of event: yaml_event_t) throws(ConfigurationError) -> Event.Kind? {
    let place = place(.end, event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(tag: scalar.tag, at: place)
      return .scalar(
        String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
    case YAML_SEQUENCE_START_EVENT:
      try refuse(tag: event.data.sequence_start.tag, at: place)
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      try refuse(tag: event.data.mapping_start.tag, at: place)
      return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
    case YAML_ALIAS_EVENT:
      throw place.error("Aliases (*name) are not read here; write the value out.")
    default: return nil
    }
  }

  private func refuse(
    tag: UnsafeMutablePointer<yaml_char_t>?, at place: Event
  ) throws(ConfigurationError) {
    guard let tag else { return }
    throw place.error(
      "Tags such as \(quoted(String(cString: tag))) mean nothing here; write the value alone.")
  }

  private var syntaxError: ConfigurationError {
    guard let problem = parser.pointee.problem.map({ String(cString: $0) }) else {
      return ConfigurationError(file: file, "There is not enough memory to read this file.")
    }
    if parser.pointee.error == YAML_READER_ERROR {
      return ConfigurationError(
        file: file, line: line(atByte: parser.pointee.problem_offset),
        "This is not readable text (\(problem)); save the file as UTF-8.")
    }
    let mark = parser.pointee.problem_mark
    let context = parser.pointee.context.map { " " + String(cString: $0) } ?? ""
    return place(.end, mark).error(
      "This is not YAML: \(problem)\(context); check indentation, colons and quotation marks.")
  }

  private func line(atByte offset: Int) -> Int {
    1 + input.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }
}
