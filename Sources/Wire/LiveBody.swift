/// The body of an answer that is passed on as it came, and what has to be known of it.
package struct LiveBody: Sendable {
  /// As the server sent it, but for secrets within `debug`.
  package let bytes: [UInt8]
  /// Where the next page starts; nil on the last one.
  package let nextCursor: String?
  /// Whether the answer says at all if there is a next page.
  package let tellsNextCursor: Bool
  /// The provider gave only a part.
  package let isPartial: Bool

  /// Reads an answer of any format but `stream`. The provider's own, `raw`, need not be JSON; a web
  /// page is no answer in any.
  package init(_ body: [UInt8], format: ResponseFormat) throws(WireError) {
    let document: JSONDocument
    do throws(WireError) {
      document = try JSONDocument.of(body)
    } catch {
      guard format == .raw, case .notJSON = error else { throw error }
      (bytes, nextCursor, tellsNextCursor, isPartial) = (body, nil, false, false)
      return
    }
    let root = document.root
    let cursor = root["next_cursor"]
    let text = cursor?.scalarText
    nextCursor = text?.isEmpty == true ? nil : text
    // An absent cursor is the end, but the provider's own answer has its own ways to say it.
    tellsNextCursor = cursor.map { text != nil || $0.isNull } ?? (format != .raw)
    isPartial = root["is_partial_response"]?.bool == true
    bytes = root["debug"]?.kind == .object ? DebugRedaction.redacted(body) : body
  }

  /// The body on one line, with its end: a line break in JSON is never a part of a value.
  package var line: [UInt8] {
    bytes.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } + [UInt8(ascii: "\n")]
  }
}
