import Records
import Testing
import Wire

@Suite struct TrutoPageTests {
  private func page(
    _ body: String, _ resource: Resource = .interactions
  ) throws(WireError) -> Page<Record> {
    try TrutoPage.records(bytes(body), of: resource)
  }

  private let owner = User(
    id: "234599484848423", emails: [User.Email(address: "test@test.com", isPrimary: true)])

  @Test func `an interaction record is read field by field`() throws {
    let page = try page(Samples.interactions)
    #expect(
      page
        == Page(records: [
          Record(
            resource: .interactions, id: "234599484848423", user: owner,
            startTime: "2019-01-20T00:00:00-08:00", endTime: "2019-01-21T00:00:00-08:00",
            timezone: "US/Pacific", aggregationPeriod: "total",
            values: [
              .decimal(0.92), .decimal(9.23), .decimal(14.5), .integer(125), .integer(95),
            ])
        ]))
  }

  @Test func `an activity record is read field by field`() throws {
    let record = try #require(try page(Samples.activity, .activity).records.first)
    #expect(record.user == owner)
    #expect(record.timezone == nil)
    let numbers: [Counter: Int64] = [
      .callsHosted: 20, .callsAttended: 46, .callsListenedOwn: 668, .callsListenedOthers: 96,
      .callsSharedInternally: 478, .callsSharedExternally: 75, .callsMarkedFeedbackGiven: 24,
      .callsMarkedFeedbackReceived: 35, .feedbackGiven: 35, .feedbackReceived: 67,
      .feedbackRequested: 77, .commentsGiven: 21, .commentsReceived: 13, .scorecardsFilled: 876,
      .scorecardsReceived: 876,
    ]
    for counter in Counter.allCases {
      #expect(record[.counter(counter)] == numbers[counter].map(Number.integer))
    }
  }

  @Test(arguments: [
    #""234599484848423123456""#, "234599484848423123456", "18446744073709551615",
    #""00012345678901234567""#, "-1", "7",
  ])
  func `an id keeps its digits, be it text or a number`(id: String) throws {
    let page = try page(#"{"result":[{"id":\#(id),"user":{"id":\#(id)}}]}"#)
    let digits = id.filter { $0 != "\"" }
    #expect(page.records.map(\.id) == [digits])
    #expect(page.records.map(\.user.id) == [digits])
  }

  @Test func `a record without an id has that of its user`() throws {
    #expect(try interaction(#""timezone":"UTC""#)?.id == "7")
  }

  @Test func `a time that is not quite ISO 8601 is kept as it came`() throws {
    let record = try interaction(#""end_time":"2019-01-21T000:00:00-08:00","start_time":"soon""#)
    #expect(record?.endTime == "2019-01-21T000:00:00-08:00")
    #expect(record?.startTime == "soon")
    #expect(WrittenTime("2019-01-21T000:00:00-08:00") == WrittenTime("2019-01-21T00:00:00-08:00"))
  }

  @Test(arguments: [
    #""timezone":"UTC""#, #""metrics":null"#, #""metrics":{}"#, #""metrics":[1,2]"#,
    #""metrics":"none""#, #""metrics":{"unheard_of":3}"#,
  ])
  func `without metrics every number is absent`(members: String) throws {
    #expect(try interaction(members)?.values == [nil, nil, nil, nil, nil])
  }

  @Test(
    arguments: [
      ("125", .integer(125)), ("0", .integer(0)), ("-3", .integer(-3)), ("0.92", .decimal(0.92)),
      ("125.0", .decimal(125)), ("1e21", .decimal(1e21)), (#""125""#, .integer(125)),
      (#""0.92""#, .decimal(0.92)), (#""-1.5e2""#, .decimal(-150)),
      ("123456789012345678901", .decimal(1.2345678901234568e20)), ("null", nil),
      (#""""#, nil), (#""n/a""#, nil), (#""nan""#, nil), (#""Infinity""#, nil), (#""inf""#, nil),
      (#""0x10""#, nil), (#""0x1p4""#, nil), (#"" 5""#, nil), (#""1,5""#, nil), ("true", nil),
      ("[5]", nil), ("{}", nil), ("1e999", nil),
    ] as [(String, Number?)])
  func `a number is read as a number or as numeric text, and nothing else is one`(
    json: String, expected: Number?
  ) throws {
    #expect(try interaction(#""metrics":{"patience":\#(json)}"#)?.values[0] == expected)
  }

  @Test func `an unknown aggregation period is kept`() throws {
    #expect(try interaction(#""aggregation_period":"quarter""#)?.aggregationPeriod == "quarter")
  }

  @Test func `additional metrics are read, those without a name are not`() throws {
    let record = try interaction(
      #""additional_metrics":[{"name":"talk_ratio","value":0.43},{"value":1},{"name":"x"},"#
        + #"{"name":"n","value":"12"},7,null]"#)
    #expect(
      record?.additional == [
        Record.Additional(name: "talk_ratio", value: .decimal(0.43)),
        Record.Additional(name: "x", value: nil), Record.Additional(name: "n", value: .integer(12)),
      ])
    #expect(try interaction(#""additional_metrics":null"#)?.additional == [])
  }

  @Test func `emails say whether they are the primary one, or do not say`() throws {
    let users = try TrutoPage.users(
      bytes(
        #"{"result":[{"id":"1","name":"Ana","emails":[{"email":"a@x"},{"email":"b@x","is_primary":true},"#
          + #"{"email":"c@x","is_primary":false},"d@x",{"email":""},{"is_primary":true},5],"#
          + #""created_at":"2020","updated_at":"2021","remote_data":{}}]}"#))
    let emails = [("a@x", nil), ("b@x", true), ("c@x", false), ("d@x", nil)] as [(String, Bool?)]
    #expect(
      users.records == [
        User(
          id: "1", name: "Ana",
          emails: emails.map { User.Email(address: $0, isPrimary: $1) }, createdAt: "2020",
          updatedAt: "2021")
      ])
    #expect(users.records.first?.email == "b@x")
  }

  @Test func `a result by key is the same records`() throws {
    let body = #"{"result":{"a":{"user":{"id":"1"}},"b":{"user":{"id":"2"}}},"next_cursor":"n"}"#
    #expect(try page(body).records.map(\.user.id) == ["1", "2"])
    #expect(try page(body).nextCursor == "n")
    #expect(try page(#"{"results":[{"user":{"id":"1"}}]}"#).records.count == 1)
  }

  @Test(
    arguments: [
      (#""next_cursor":"eyJpZCI6==""#, "eyJpZCI6=="), (#""next_cursor":null"#, nil),
      (#""next_cursor":"""#, nil), (#""prev_cursor":"x""#, nil), (#""next_cursor":42"#, "42"),
    ] as [(String, String?)])
  func `only a cursor that is null, empty or absent is the end`(
    member: String, expected: String?
  ) throws {
    #expect(try page("{\"result\":[],\(member)}") == Page(records: [], nextCursor: expected))
  }

  @Test(arguments: ["true", "{}", #"["a"]"#])
  func `a cursor of another kind is not taken for the end`(cursor: String) {
    #expect(throws: WireError.self) {
      try page("{\"result\":[],\"next_cursor\":\(cursor)}")
    }
  }

  @Test(arguments: [("true", true), ("false", false), ("null", false)])
  func `a partial response says so`(json: String, expected: Bool) throws {
    #expect(try page("{\"result\":[],\"is_partial_response\":\(json)}").isPartial == expected)
  }

  @Test func `records that cannot be read are left out and named`() throws {
    let page = try page(
      #"{"result":[{"id":"1"},{"user":{"id":"2"}},{"user":{"id":""}},{"user":{"name":"x"}},"#
        + #"{"user":"5"},7,null,{"user":{"id":null}},{"user":{"id":"9"}}]}"#)
    #expect(page.records.map(\.user.id) == ["2", "9"])
    let lacking = [1, 3, 4, 5, 8].map { "record \($0) of the page has no “user.id”" }
    let none = [6, 7].map { "record \($0) of the page is not an object" }
    #expect(page.skipped.sorted() == (lacking + none).sorted())
    let users = try TrutoPage.users(bytes(#"{"result":[{"name":"Ana"},{"id":"2"}]}"#))
    #expect(users.records.map(\.id) == ["2"])
    #expect(users.skipped == ["record 1 of the page has no “id”"])
  }

  @Test func `bytes that are not UTF-8 cost a character, not the record`() throws {
    let body = bytes(#"{"result":[{"user":{"id":"1","name":"Zo"#) + [0xEB] + bytes(#""}}]}"#)
    #expect(try TrutoPage.records(body, of: .activity).records.first?.user.name == "Zo\u{FFFD}")
  }

  @Test(arguments: ["{}", "[]", "7", #"{"result":7}"#, #"{"result":null}"#, #"{"result":"x"}"#])
  func `another shape is an error that says so`(body: String) {
    let error = #expect(throws: WireError.self) { try page(body) }
    guard case .unexpectedShape = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.sentence.hasPrefix("The answer is not what the API documents: ") == true)
  }

  @Test(arguments: ["", " \n", "null and void", #"{"result":[{"user""#, "\u{1B}[2J"])
  func `what is not JSON is an error that says so`(body: String) {
    let error = #expect(throws: WireError.self) { try page(body) }
    guard case .notJSON = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.sentence.contains("try again") == true)
  }

  @Test(
    arguments: [
      ("<html><head><title>502 Bad Gateway</title></head>", "502 Bad Gateway"),
      (" \r\n<!DOCTYPE html>\n<TITLE lang='en'>\n  Sign\n in </TITLE>", "Sign in"),
      ("\u{FEFF}<html><title>Proxy</title>", "Proxy"),
      ("<title>\u{1B}[31mred\u{7}\u{202E}</title>", "\u{FFFD}[31mred\u{FFFD}"),
      ("<title></title>", nil), ("<html><body>no title</body></html>", nil), ("<", nil),
    ] as [(String, String?)])
  func `a web page is told by its title`(body: String, title: String?) {
    let error = #expect(throws: WireError.self) { try page(body) }
    #expect(error == .webPage(title: title))
    #expect(error?.sentence.contains("proxy") == true)
  }

  @Test func `a long title is cut`() {
    let body = "<title>" + String(repeating: "a", count: 1000) + "</title>"
    let error = #expect(throws: WireError.self) { try page(body) }
    #expect(error == .webPage(title: String(repeating: "a", count: 80) + "…"))
  }

  @Test(arguments: [
    (#"{"id":"2"}"#, nil as String?),
    (#"{"id":"2","remote_data":{"managerId":"9"}}"#, "9"),
    (#"{"id":"2","remote_data":{"managerId":12345678901234567890}}"#, "12345678901234567890"),
    (#"{"id":"2","remote_data":{"managerId":null}}"#, nil),
    (#"{"id":"2","remote_data":{"managerId":""}}"#, nil),
    (#"{"id":"2","remote_data":"?"}"#, nil),
    (#"{"id":"2","manager_id":"8","remote_data":{"managerId":"9"}}"#, "8"),
  ])
  func `a user's manager is taken from where it is`(user: String, manager: String?) throws {
    let page = try TrutoPage.users(bytes(#"{"result":[\#(user)]}"#))
    #expect(page.records == [User(id: "2", managerID: manager)])
  }
}
