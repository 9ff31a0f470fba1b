import CSimdjson

/// Parsed JSON. It owns all its memory; the bytes it was made from are not needed afterwards.
///
/// Two things that servers send and a strict parser refuses are repaired: bytes that are not
/// UTF-8, and half surrogate pairs, become U+FFFD; a number that fits neither 64 bits nor a
/// double becomes a string of the same characters.
// Unchecked because the parser is a C pointer: nothing writes to it once `init` has returned.
package final class JSONDocument: @unchecked Sendable {
  /// How many levels of arrays and objects are read.
  package static let maximumDepth = 256

  private let parser: OpaquePointer
  private let rootElement: sj_element

  /// Parses the bytes, with or without a byte order mark.
  package convenience init(_ bytes: [UInt8]) throws(JSONError) {
    try self.init(bytes, in: bytes.indices)
  }

  /// Parses a part of the bytes.
  convenience init(_ bytes: [UInt8], in range: Range<Int>) throws(JSONError) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(JSONError) in
        try ParsedJSON(repairing: UnsafeRawBufferPointer(rebasing: buffer[range]))
      }
    }
    self.init(try result.get())
  }

  /// Parses the bytes, with or without a byte order mark.
  package convenience init(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
    self.init(try ParsedJSON(repairing: bytes))
  }

  private init(_ parsed: ParsedJSON) {
    parser = parsed.parser
    rootElement = parsed.root
  }

  deinit { sj_parser_free(parser) }

  /// The outermost value.
  package var root: JSONValue { JSONValue(document: self, element: rootElement) }
}

/// A parser that has read a document, not yet owned by anyone.
private struct ParsedJSON {
  let parser: OpaquePointer
  let root: sj_element

  init(repairing bytes: UnsafeRawBufferPointer) throws(JSONError) {
    guard let parser = sj_parser_create() else { throw .outOfMemory }
    do {
      root = try Self.read(Self.withoutByteOrderMark(bytes), with: parser)
    } catch {
      sj_parser_free(parser)
      throw error
    }
    self.parser = parser
  }

  private static func withoutByteOrderMark(
    _ bytes: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, with parser: OpaquePointer
  ) throws(JSONError) -> sj_element {
    let first = parse(bytes, with: parser)
    guard first.result == SJ_PERHAPS_CURABLE, let repaired = JSONRepair.repaired(bytes) else {
      return try first.get()
    }
    return try repaired.withUnsafeBytes { parse($0, with: parser) }.get()
  }

  private struct Attempt {
    let result: sj_result
    let root: sj_element
    let detail: String

    func get() throws(JSONError) -> sj_element {
      switch result {
      case SJ_OK: return root
      case SJ_EMPTY: throw .empty
      case SJ_TOO_DEEP: throw .tooDeep
      case SJ_TOO_LARGE: throw .tooLarge
      case SJ_OUT_OF_MEMORY: throw .outOfMemory
      default: throw .malformed(detail: detail)
      }
    }
  }

  private static func parse(
    _ bytes: UnsafeRawBufferPointer, with parser: OpaquePointer
  ) -> Attempt {
    var root = sj_element()
    var detail: UnsafePointer<CChar>?
    let result = sj_parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count,
      JSONDocument.maximumDepth, &root, &detail)
    let words = result == SJ_OK ? "" : detail.map { String(cString: $0) } ?? ""
    return Attempt(result: result, root: root, detail: words)
  }
}
