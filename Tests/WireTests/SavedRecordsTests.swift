import Records
import Testing
import Wire

@Suite struct SavedRecordsTests {
  private static let talk = #"{"user":{"id":"7"},"metrics":{"patience":0.9}}"#
  private static let work = #"{"user":{"id":"8"},"metrics":{"calls_hosted":3}}"#

  private func saved(_ text: String) throws(SavedError) -> SavedRecords {
    try SavedRecords(bytes(text), file: "f")
  }

  @Test(arguments: [
    "[\(talk),\(work)]",
    "{\"result\":[\(talk),\(work)],\"next_cursor\":null}",
    "{\"results\":[\(talk),\(work)]}",
    "{\"result\":{\"7\":\(talk),\"8\":\(work)}}",
    "{\n  \"result\": [\n    \(talk),\n    \(work)\n  ]\n}\n",
    "\(talk)\n\(work)\n",
    "\(talk)\r\n\r\n  \(work)",
    "\(talk)\(work)",
    "{ \"user\":\n{\"id\":7},\"metrics\":{\"patience\":0.9}}\n\(work)",
    "{\"result\":[\(talk)],\"next_cursor\":\"a\"}\n{\"result\":[\(work)]}\n",
    "[\(talk)]\n[]\n[\(work)]",
    "\u{FEFF}[\(talk),\(work)]",
  ])
  func `records are found in every shape that they are saved in`(text: String) throws {
    let saved = try saved(text)
    #expect(saved.records.map(\.resource) == [.interactions, .activity])
    #expect(saved.records.map(\.user.id) == ["7", "8"])
    #expect(saved.records.first?[.metric(.patience)] == .decimal(0.9))
    #expect(saved.records.last?[.counter(.callsHosted)] == .integer(3))
    #expect(saved.skipped.isEmpty && saved.users.isEmpty && !saved.isPartial)
  }

  @Test func `users are told from records`() throws {
    let saved = try saved(
      #"[{"id":"7","name":"Ana","emails":[]},{"id":8,"emails":[{"email":"a@b.c"}]},\#(Self.talk)]"#)
    #expect(saved.users.map(\.id) == ["7", "8"])
    #expect(saved.users.map(\.label) == ["Ana", "a@b.c"])
    #expect(saved.records.count == 1)
  }

  @Test(
    arguments: [
      (#"{"user":{"id":"7"},"timezone":"UTC"}"#, .interactions),
      (#"{"user":{"id":"7"},"metrics":{},"additional_metrics":[]}"#, .interactions),
      (#"{"user":{"id":"7"},"metrics":{"scorecards_filled":null}}"#, .activity),
    ] as [(String, Resource)])
  func `a record without numbers is told by its other names`(
    text: String, resource: Resource
  ) throws {
    #expect(try saved(text).records.map(\.resource) == [resource])
  }

  @Test func `what Rapport prints is read back as it was`() throws {
    let page = try TrutoPage.records(bytes(Samples.interactions), of: .interactions)
    var lines = JSONWriter()
    for record in page.records {
      RecordJSON.write(record, to: &lines)
      lines.newline()
    }
    #expect(try SavedRecords(lines.bytes, file: "f").records == page.records)
  }

  @Test(arguments: [
    (#"{"result":[TALK],"next_cursor":"abc"}"#, true),
    (#"{"result":[TALK],"is_partial_response":true}"#, true),
    (#"{"result":[TALK],"next_cursor":""}"#, false),
    ("{\"result\":[TALK],\"next_cursor\":null}\n{\"result\":[],\"next_cursor\":\"x\"}", true),
    ("{\"result\":[],\"is_partial_response\":true}\n{\"result\":[TALK]}", true),
  ])
  func `a list that goes on elsewhere is partial`(text: String, isPartial: Bool) throws {
    #expect(try saved(text.replacing("TALK", with: Self.talk)).isPartial == isPartial)
  }

  @Test(arguments: [
    ("[TALK,1,{\"metrics\":{\"patience\":1}}]", ["record 2 of f", "record 3 of f"]),
    ("TALK\n{\"user\":\n\nTALK\nnonsense", ["f:2: it is not valid JSON", "f:5: it is not valid"]),
    ("TALK\n{\"result\":[{}]}", ["record 1 of f:2 is neither"]),
    ("TALK\n{\"result\":7}", ["f:2 has a “result”"]),
    ("TALK\n{\"user\":{\"id\":1},\"metrics\":{\"new\":1}}", ["f:2 has no metric"]),
    ("TALK\n{\"statusCode\":401,\"error\":\"No\"}", ["f:2 is an error that was saved (No)"]),
  ])
  func `what cannot be read is left out and named by its place`(
    text: String, beginnings: [String]
  ) throws {
    let saved = try saved(text.replacing("TALK", with: Self.talk))
    #expect(!saved.records.isEmpty)
    #expect(saved.skipped.count == beginnings.count)
    for (sentence, beginning) in zip(saved.skipped, beginnings) {
      #expect(sentence.hasPrefix(beginning), "\(sentence)")
    }
  }

  @Test(
    arguments: [
      ("", .empty, nil), (" \n\t", .empty, nil),
      ("\u{1F}\u{0}\u{8}", .binary, nil),
      (" <html><title>Bad Gateway</title>", .webPage(title: "Bad Gateway"), nil),
      ("{\"result\":[\n{\"id\":1},\n{\"id", .cutOff, 3), ("[\n[\n]\n", .cutOff, 3),
      ("[[", .cutOff, 1),
      ("[1,]", .notJSON(.malformed(detail: "")), nil),
      (
        String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
        .notJSON(.tooDeep), nil
      ),
      ("user.id,patience\n7,0.9\n", .noRecords(""), nil), ("42", .noRecords(""), nil),
      (#"{"statusCode":401,"error":"Unauthorized","message":""}"#, .noRecords(""), nil),
    ] as [(String, SavedError.Reason, Int?)])
  func `a file that is none of it is refused in one sentence`(
    text: String, reason: SavedError.Reason, line: Int?
  ) throws {
    let error = try #require(throws: SavedError.self) { try saved(text) }
    switch (error.reason, reason) {
    case (.notJSON(.malformed), .notJSON(.malformed)), (.noRecords, .noRecords): break
    default: #expect(error.reason == reason)
    }
    #expect(error.line == line)
    #expect(error.sentence.hasPrefix(line.map { "f:\($0)" } ?? "f"), "\(error.sentence)")
    #expect(error.sentence.hasSuffix("save it again, as with rapport interactions -o json."))
  }

  @Test func `an empty list is no error`() throws {
    #expect(try saved("[]").records.isEmpty)
    #expect(try saved(#"{"result":[]}"#).skipped.isEmpty)
  }

  @Test func `a name that is not UTF-8 keeps its record`() throws {
    let text = bytes(#"[{"user":{"id":"7","name":"A"#) + [0xFF] + bytes(#""},"timezone":"UTC"}]"#)
    #expect(try SavedRecords(text, file: "f").records.first?.user.name == "A\u{FFFD}")
  }
}
