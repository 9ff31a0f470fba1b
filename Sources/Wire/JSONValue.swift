internal import CSimdjson
internal import Glibc
package import Records

/// What a JSON value is.
package enum JSONKind: Hashable, Sendable {
  case null, bool, number, string, array, object
}

/// A value of a document, which it keeps alive.
package struct JSONValue: Sendable {
  private let document: JSONDocument
  private let element: sj_element

  init(document: JSONDocument, element: sj_element) {
    self.document = document
    self.element = element
  }

  /// What the value is.
  package var kind: JSONKind {
    switch sj_kind_of(element) {
    case SJ_BOOL: .bool
    case SJ_INT64, SJ_UINT64, SJ_DOUBLE: .number
    case SJ_STRING: .string
    case SJ_ARRAY: .array
    case SJ_OBJECT: .object
    default: .null
    }
  }

  /// Whether the value is `null`.
  package var isNull: Bool { sj_kind_of(element) == SJ_NULL }

  /// The value if it is true or false.
  package var bool: Bool? { sj_kind_of(element) == SJ_BOOL ? sj_bool(element) : nil }

  /// The value if it is a number. An integer above `Int64.max` is given as a decimal; ``text``
  /// has all its digits.
  package var number: Number? {
    switch sj_kind_of(element) {
    case SJ_INT64: .integer(sj_int64(element))
    case SJ_UINT64: .decimal(Double(sj_uint64(element)))
    case SJ_DOUBLE: .decimal(sj_double(element))
    default: nil
    }
  }

  /// The value if it is a string.
  package var string: String? { withUTF8 { String(decoding: $0, as: UTF8.self) } }

  /// Calls `body` with the bytes of the value if it is a string, without copying them. They are
  /// valid UTF-8 and live as long as the document.
  package func withUTF8<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard sj_kind_of(element) == SJ_STRING else { return nil }
    return withExtendedLifetime(document) { body(sj_string(element).buffer) }
  }

  /// The value of a member if this is an object that has the key; the first of several.
  ///
  /// A literal key costs no allocation.
  package subscript(key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var value = sj_element()
        let isFound = sj_find(element, characters.baseAddress, characters.count, &value)
        return isFound ? JSONValue(document: document, element: value) : nil
      }
    }
  }

  /// The elements if this is an array, else none.
  package var elements: JSONElements {
    JSONElements(document: document, range: sj_elements(element))
  }

  /// The members if this is an object, else none; in the document's order, duplicates included.
  package var members: JSONMembers {
    JSONMembers(document: document, range: sj_members(element))
  }

  /// The value as compact JSON; a decimal keeps its point.
  package var text: String {
    let text = sj_serialise(element)
    defer { free(UnsafeMutableRawPointer(mutating: text.bytes)) }
    return withExtendedLifetime(document) { String(decoding: text.buffer, as: UTF8.self) }
  }
}

/// The elements of an array, in order.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var range: sj_range

  init(document: JSONDocument, range: sj_range) {
    self.document = document
    self.range = range
  }

  /// The next element; nil at the end.
  package mutating func next() -> JSONValue? {
    guard range.first.index < range.end.index else { return nil }
    defer { range.first = sj_next_element(range.first) }
    return JSONValue(document: document, element: range.first)
  }
}

/// The members of an object, in order.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var range: sj_range

  init(document: JSONDocument, range: sj_range) {
    self.document = document
    self.range = range
  }

  /// The next member; nil at the end.
  package mutating func next() -> (key: String, value: JSONValue)? {
    guard range.first.index < range.end.index else { return nil }
    defer { range.first = sj_next_member(range.first) }
    let member = sj_member_at(range.first)
    return (
      String(decoding: member.key.buffer, as: UTF8.self),
      JSONValue(document: document, element: member.value)
    )
  }
}

extension sj_text {
  fileprivate var buffer: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes, count: count)
  }
}
