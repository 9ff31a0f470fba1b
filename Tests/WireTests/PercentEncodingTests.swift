import Testing
import Wire

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("users[0][id]", "users%5B0%5D%5Bid%5D"),
    ("2026-11-01T00:00:00+02:00", "2026-11-01T00%3A00%3A00%2B02%3A00"),
    ("a b&c=d/é?#%", "a%20b%26c%3Dd%2F%C3%A9%3F%23%25"),
    ("Az09-._~", "Az09-._~"), ("", ""), ("\r\n", "%0D%0A"),
  ])
  func `a component is escaped and read back`(text: String, encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
    #expect(PercentEncoding.decode(encoded) == text)
  }

  @Test(arguments: [
    ("Zc2pJP%3D%3D", "Zc2pJP=="), ("a+b", "a+b"), ("%2B%252B", "+%2B"), ("100%", "100%"),
    ("%zz%4", "%zz%4"), ("%FF", "\u{FFFD}"), ("%c3%a9", "é"),
  ])
  func `escapes are undone once and what is none stays`(text: String, decoded: String) {
    #expect(PercentEncoding.decode(text) == decoded)
  }

  @Test func `a URL keeps the order of its pairs`() {
    #expect(
      PercentEncoding.url(
        base: "https://api.truto.one/", path: "/unified/x",
        query: [("b[]", "1"), ("b[]", "2"), ("a", "")])
        == "https://api.truto.one/unified/x?b%5B%5D=1&b%5B%5D=2&a=")
    #expect(
      PercentEncoding.url(base: "http://localhost:80", path: "/x", query: [])
        == "http://localhost:80/x")
  }
}
