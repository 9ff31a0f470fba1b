import Testing
import Wire

@testable import rapport

@Suite struct LiveOptionsTests {
  private func options(_ arguments: String) throws -> LiveOptions? {
    try LiveOptions(Invocation(arguments.split(separator: " ").map(String.init)))
  }

  @Test(arguments: ["interactions", "users -o csv", "activity --by day --user a@b.c --offline"])
  func `without any of its options nothing is live`(arguments: String) throws {
    #expect(try options(arguments) == nil)
  }

  @Test func `every option finds its parameter`() throws {
    let options = try #require(
      try options(
        "interactions --response-format debug --key-by id --ignore-limit --ignore-remote-data"
          + " --exclude-field a,b --exclude-field c --remote-query x=1 --remote-query y[z]=a=b"
          + " --limit 5 --cursor p+1/== --skip-api-call --all -o json"))
    var expected = LiveParameters()
    expected.format = .debug
    expected.keyBy = "id"
    expected.ignoresLimit = true
    expected.ignoresRemoteData = true
    expected.excludedFields = ["a", "b", "c"]
    expected.remoteQuery = ["x=1", "y.z=a=b"].compactMap(RemoteParameter.init)
    expected.limit = 5
    expected.cursor = "p+1/=="
    expected.skipsCall = true
    #expect(options.parameters == expected)
    #expect(options.followsCursors)
  }

  @Test(arguments: [
    ("--key-by id", "--key-by"), ("--ignore-limit", "--ignore-limit"), ("--limit 1", "--limit"),
    ("--ignore-remote-data", "--ignore-remote-data"), ("--exclude-field a", "--exclude-field"),
    ("--remote-query a=1", "--remote-query"), ("--cursor c", "--cursor"),
    ("--skip-api-call", "--skip-api-call"), ("--response-format raw", "--response-format"),
  ])
  func `each of them is live alone, and not beside csv, table, --by or --offline`(
    asking: String, name: String
  ) throws {
    #expect(try options("activity \(asking)") != nil)
    for other in ["-o csv", "-o table", "--by day", "--by total", "--offline"] {
      let stop = #expect(throws: Stop.self) { try options("activity \(asking) \(other)") }
      #expect(stop?.code == .usage)
      #expect(stop?.sentence.contains(name) == true)
    }
  }

  @Test(arguments: [
    "interactions --all", "interactions --all --response-format stream",
    "interactions --response-format xml", "interactions --limit 0", "interactions --limit -1",
    "interactions --limit many", "interactions --remote-query a", "interactions --remote-query =1",
    "users --limit 1 --user 5", "interactions --limit 1 -o xml",
    "interactions --limit 1 --user 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21",
    "snapshot --limit 1", "dashboard --response-format raw",
  ])
  func `what makes no sense is a usage error`(arguments: String) {
    let stop = #expect(throws: Stop.self) { try options(arguments) }
    #expect(stop?.code == .usage)
  }

  @Test func `twenty users are as many as one request takes`() throws {
    let twenty = (1...20).map(String.init).joined(separator: ",")
    #expect(try options("interactions --limit 1 --user \(twenty)") != nil)
  }
}

@Suite struct TerminalEscapesTests {
  @Test(arguments: [
    ("plain {\"a\":\"李小龍 é\"}\n\t", "plain {\"a\":\"李小龍 é\"}\n\t"),
    ("\u{1b}[2J\u{7}", #"\u001b[2J\u0007"#), ("a\u{9b}31m\u{7f}", #"a\u009b31m\u007f"#),
    ("\u{202e}abc\u{2066}", #"\u202eabc\u2066"#), ("\u{e0041}", #"\udb40\udc41"#),
    ("a\r\nb", "a\nb"),
  ])
  func `what could move a cursor becomes an escape, however it is cut`(
    text: String, shown: String
  ) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var escapes = TerminalEscapes()
      let pieces = escapes.escaped(Array(bytes[..<cut])) + escapes.escaped(Array(bytes[cut...]))
      #expect(String(decoding: pieces, as: UTF8.self) == shown)
    }
  }
}
