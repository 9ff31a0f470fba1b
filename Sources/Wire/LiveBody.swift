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

extension LiveBody {
  /// All of the body in lines, to be read. It has to be JSON.
  package var lines: String { JSONLayout.lines(of: bytes) }

  /// The record of a user in lines, secrets hidden, every value as it was written; nil when there is
  /// none in the body.
  package func record(ofUser id: String) -> String? {
    let scan = JSONScan(bytes: bytes)
    let list = scan.member("result", of: scan.root) ?? scan.member("results", of: scan.root)
    guard let list else { return nil }
    let records = scan.elements(of: list) + scan.members(of: list).map(\.value)
    let record = records.last { record in
      scan.member("user", of: record).flatMap { scan.member("id", of: $0) }
        .map { scan.text(of: $0) ?? String(decoding: bytes[$0], as: UTF8.self) } == id
    }
    return record.map { JSONLayout.lines(of: DebugRedaction.wholly(Array(bytes[$0]))) }
  }
}
