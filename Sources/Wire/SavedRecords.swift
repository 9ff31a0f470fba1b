package import Records

/// What saved JSON holds, be it Truto's envelopes, a bare list, or a record a line.
package struct SavedRecords: Equatable, Sendable {
  /// Interactions and activity, told apart by their metrics, in the order of the text.
  package private(set) var records: [Record] = []
  /// Users that stand there by themselves.
  package private(set) var users: [User] = []
  /// What could not be read and was left out: a clause for each, with file and line.
  package private(set) var skipped: [String] = []
  /// Truto said that it did not have everything, or there is a next page that is not here.
  package var isPartial: Bool { isPartialResponse || hasNextPage }

  private let file: String
  private var isPartialResponse = false
  private var hasNextPage = false

  /// Reads the contents of a file; `file` is its name for a person. Throws what is wrong with the
  /// whole; a record that cannot be read is left out and named.
  package init(_ text: [UInt8], file: String) throws(SavedError) {
    self.file = file
    let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    try SavedRecords.check(text, file: file)
    let pieces = JSONPieces(text)
    if let line = pieces.lineOfCut { throw SavedError(file: file, line: line, reason: .cutOff) }
    let isMany = pieces.pieces.count > 1
    for piece in pieces.pieces {
      do throws(JSONError) {
        read(try JSONDocument(text, in: piece.bytes).root, line: isMany ? piece.line : nil)
      } catch {
        guard isMany else { throw SavedError(file: file, line: nil, reason: .notJSON(error)) }
        skipped.append("\(file):\(piece.line): \(SavedError.clause(error))")
      }
    }
    if records.isEmpty, users.isEmpty, let first = skipped.first {
      throw SavedError(file: file, line: nil, reason: .noRecords(first))
    }
  }

  /// Throws when the text is something else than JSON altogether.
  private static func check(_ text: [UInt8], file: String) throws(SavedError) {
    guard text.contains(where: { !" \n\r\t".utf8.contains($0) }) else {
      throw SavedError(file: file, line: nil, reason: .empty)
    }
    if text.prefix(4096).contains(0) { throw SavedError(file: file, line: nil, reason: .binary) }
    if case .webPage(let title) = WireError.webPage(in: text) {
      throw SavedError(file: file, line: nil, reason: .webPage(title: title))
    }
  }

  /// Takes in an envelope, a list, or a single record.
  private mutating func read(_ root: JSONValue, line: Int?) {
    let place = line.map { "\(file):\($0)" } ?? file
    guard let list = root.kind == .array ? root : root.trutoResult else {
      return take(root, named: place)
    }
    guard let values = list.trutoList else {
      return skipped.append("\(place) has a “result” that is neither a list nor an object")
    }
    for (index, value) in values.enumerated() {
      take(value, named: "record \(index + 1) of \(place)")
    }
    if root["is_partial_response"]?.bool == true { isPartialResponse = true }
    // The envelopes of a file are pages of one list: only the last one's cursor leads elsewhere.
    hasNextPage = root["next_cursor"]?.scalarText?.isEmpty == false
  }

  private mutating func take(_ value: JSONValue, named name: @autoclosure () -> String) {
    do throws(TrutoPage.BadRecord) {
      if let resource = SavedRecords.resource(of: value) {
        records.append(try TrutoPage.record(value, of: resource))
      } else if value["user"] == nil, value["emails"] != nil || value["name"] != nil {
        users.append(try TrutoPage.user(value))
      } else {
        throw TrutoPage.BadRecord(reason: SavedRecords.description(of: value))
      }
    } catch {
      skipped.append("\(name()) \(error.reason)")
    }
  }

  /// What a record is about, as its metrics say; one without any metric that is known is an
  /// interaction record if it has what only those have.
  private static func resource(of value: JSONValue) -> Resource? {
    let metrics = value["metrics"]
    let resource = Resource.allCases.first { resource in
      resource.fields.contains { metrics?[$0.name] != nil }
    }
    guard resource == nil, value["user"] != nil else { return resource }
    let isInteraction = value["additional_metrics"] != nil || value["timezone"] != nil
    return isInteraction ? .interactions : nil
  }

  private static func description(of value: JSONValue) -> String {
    if value["statusCode"]?.number != nil, let error = value["error"]?.string {
      return "is an error that was saved (\(RemoteText.excerpt(error)))"
    }
    if value["user"] != nil { return "has no metric of interactions or activity" }
    return "is neither a record nor a user"
  }
}
