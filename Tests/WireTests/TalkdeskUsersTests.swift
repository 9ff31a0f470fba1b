import Records
import Testing
import Wire

@Suite struct TalkdeskUsersTests {
  @Test func `a page has users with their names and addresses`() throws {
    let page = try TalkdeskUsers.page(
      bytes(
        #"""
        {"total":2,"_embedded":{"users":[{"id":"u1","name":"Ana","email":"ana@example.com"},
          {"id":17,"name":""},{"name":"nobody"},7]},"_links":{}}
        """#), after: nil)
    #expect(
      page.records == [
        User(
          id: "u1", name: "Ana",
          emails: [User.Email(address: "ana@example.com", isPrimary: nil)]), User(id: "17"),
      ])
    #expect(page.skipped.count == 2)
    #expect(page.nextCursor == nil)
  }

  @Test(
    arguments: [
      (#""_links":{"next":{"href":"https://else.example/users?page=9"}}"#, nil, "2"),
      (#""_links":{"next":null},"total_pages":9"#, nil, nil), (#""total_pages":3"#, "2", "3"),
      (#""total_pages":"3""#, "3", nil), (#""page":1"#, nil, nil),
    ] as [(String, String?, String?)])
  func `pages are counted, wherever their links lead`(
    members: String, cursor: String?, next: String?
  ) throws {
    let body = #"{"_embedded":{"users":[{"id":"u1"}]},\#(members)}"#
    #expect(try TalkdeskUsers.page(bytes(body), after: cursor).nextCursor == next)
  }

  @Test func `a page without users is the last`() throws {
    let body = #"{"_embedded":{"users":[]},"total_pages":9}"#
    #expect(try TalkdeskUsers.page(bytes(body), after: nil).nextCursor == nil)
  }

  @Test(arguments: ["[]", "{}", #"{"_embedded":{"users":{}}}"#])
  func `what has no users is no page`(body: String) {
    #expect(throws: WireError.self) { try TalkdeskUsers.page(bytes(body), after: nil) }
  }

  @Test func `two hundred are asked for at once`() {
    #expect(TalkdeskUsers.path(after: nil) == "/users?page=1&per_page=200")
    #expect(TalkdeskUsers.path(after: "3") == "/users?page=3&per_page=200")
  }
}
