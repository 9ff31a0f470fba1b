package import Records

/// Reads the list responses of Truto's unified API.
package enum TrutoPage {
  /// A page of interaction or activity records. A record that cannot be read is left out and named
  /// in `skipped`; numbers may be integers, decimals or numeric strings. `keepingRaw` asks for the
  /// text of each record as well.
  package static func records(
    _ body: [UInt8], of resource: Resource, keepingRaw: Bool = false
  ) throws(WireError) -> Page<Record> {
    try page(body, keepingRaw: keepingRaw) { (value) throws(BadRecord) in
      try record(value, of: resource)
    }
  }

  /// A page of users.
  package static func users(_ body: [UInt8]) throws(WireError) -> Page<User> {
    try page(body, read: user)
  }

  /// Why one record was left out.
  struct BadRecord: Error {
    let reason: String
  }

  private static func page<Element>(
    _ body: [UInt8], keepingRaw: Bool = false,
    read: (JSONValue) throws(BadRecord) -> Element
  ) throws(WireError) -> Page<Element> {
    let root = try JSONDocument.of(body).root
    guard let list = root.trutoResult else { throw .unexpectedShape("it has no “result”") }
    guard let values = list.trutoList else {
      throw .unexpectedShape("its “result” is neither a list nor an object")
    }
    var records: [Element] = []
    records.reserveCapacity(values.count)
    var skipped: [String] = []
    var raw: [String] = []
    for (index, value) in values.enumerated() {
      do throws(BadRecord) {
        records.append(try read(value))
        if keepingRaw {
          raw.append(JSONLayout.lines(of: DebugRedaction.wholly(Array(value.text.utf8))))
        }
      } catch {
        skipped.append("record \(index + 1) of the page \(error.reason)")
      }
    }
    return Page(
      records: records, nextCursor: try nextCursor(root),
      isPartial: root["is_partial_response"]?.bool == true, skipped: skipped,
      raw: raw)
  }

  /// Nil on the last page. A cursor that cannot be followed must not pass for the end.
  private static func nextCursor(_ root: JSONValue) throws(WireError) -> String? {
    guard let cursor = root["next_cursor"], !cursor.isNull else { return nil }
    guard let text = cursor.scalarText else {
      throw .unexpectedShape("its “next_cursor” is not a text")
    }
    return text.isEmpty ? nil : text
  }

  static func record(
    _ value: JSONValue, of resource: Resource
  ) throws(BadRecord) -> Record {
    guard value.kind == .object else { throw BadRecord(reason: "is not an object") }
    guard let owner = value["user"], owner.kind == .object,
      let userID = owner["id"]?.scalarText, !userID.isEmpty
    else { throw BadRecord(reason: "has no “user.id”") }
    let metrics = value["metrics"]
    let additional = value["additional_metrics"].map { list in
      list.elements.compactMap { item -> Record.Additional? in
        guard let name = item["name"]?.scalarText else { return nil }
        return Record.Additional(name: name, value: item["value"]?.lenientNumber)
      }
    }
    return Record(
      resource: resource, id: value["id"]?.scalarText ?? userID,
      user: person(owner, id: userID), startTime: value["start_time"]?.string,
      endTime: value["end_time"]?.string, timezone: value["timezone"]?.string,
      aggregationPeriod: value["aggregation_period"]?.string,
      values: resource.fields.map { metrics?[$0.name]?.lenientNumber },
      additional: additional ?? [], createdAt: value["created_at"]?.string,
      updatedAt: value["updated_at"]?.string)
  }

  static func user(_ value: JSONValue) throws(BadRecord) -> User {
    guard let id = value["id"]?.scalarText, !id.isEmpty else {
      throw BadRecord(reason: "has no “id”")
    }
    var user = person(value, id: id)
    // The unified record has no such field by now; Gong's own has it.
    let manager = value["manager_id"] ?? value["remote_data"]?["managerId"]
    user.managerID = manager?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
    return user
  }

  private static func person(_ value: JSONValue, id: String) -> User {
    let emails = value["emails"].map { list in
      list.elements.compactMap { item -> User.Email? in
        guard let address = item["email"]?.string ?? item.string, !address.isEmpty else {
          return nil
        }
        return User.Email(address: address, isPrimary: item["is_primary"]?.bool)
      }
    }
    return User(
      id: id, name: value["name"]?.string, emails: emails ?? [],
      createdAt: value["created_at"]?.string, updatedAt: value["updated_at"]?.string)
  }
}

extension JSONDocument {
  /// The document in a body, or what the body is instead.
  static func of(_ body: [UInt8]) throws(WireError) -> JSONDocument {
    if let page = WireError.webPage(in: body) { throw page }
    do {
      return try JSONDocument(body)
    } catch {
      throw .notJSON(error.sentence)
    }
  }
}

extension WireError {
  /// That this is the beginning of a web page; nil when it is not.
  package static func webPage(in body: [UInt8]) -> WireError? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = body.starts(with: mark) ? body.dropFirst(mark.count) : body[...]
    let first = text.first { !" \n\r\t".utf8.contains($0) }
    return first == UInt8(ascii: "<") ? .webPage(title: title(of: body)) : nil
  }

  static func title(of body: [UInt8]) -> String? {
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    let tag = /<title(?:\s[^>]*)?>([^<]*)/.ignoresCase()
    let title = RemoteText.excerpt(text.firstMatch(of: tag).map { String($0.1) } ?? "", limit: 80)
    return title.isEmpty ? nil : title
  }
}

extension JSONValue {
  /// What an envelope of Truto's is about.
  var trutoResult: JSONValue? { self["result"] ?? self["results"] }

  /// The records of a list: `truto_key_by` makes an object of it, whose values are the same
  /// records. Nil for what is neither.
  var trutoList: [JSONValue]? {
    switch kind {
    case .array: Array(elements)
    case .object: members.map(\.value)
    default: nil
    }
  }

  /// A string, or a number as it is written: ids and cursors come as either.
  var scalarText: String? {
    if let string { return string }
    return kind == .number ? text : nil
  }

  /// A number, be it written as a string.
  var lenientNumber: Number? {
    if let number { return number }
    guard let string else { return nil }
    if let integer = Int64(string) { return .integer(integer) }
    // Not `nan`, `inf` or hexadecimal figures, which Swift would read as well.
    guard string.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let decimal = Double(string), decimal.isFinite
    else { return nil }
    return .decimal(decimal)
  }
}
