import Testing
import Transport

@Suite struct RedirectTests {
  private let client = HTTPClient(userAgent: "rapport-tests/1")

  private static func redirect(_ status: String, to location: String) -> SocketServer.Reply {
    .answer("elsewhere", status: status, headers: ["Location: \(location)"])
  }

  @Test(arguments: ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"])
  func `a redirect on the same host is followed with the headers`(status: String) async throws {
    let server = try SocketServer { request in
      request.path == "/new?x=1" ? .answer("new") : Self.redirect(status, to: "/new?x=1")
    }
    let response = try await client.send(
      HTTPRequest(url: server.url("/old"), headers: [("Authorization", "Bearer x")]))
    #expect(response.status == 200)
    #expect(response.body == Array("new".utf8))
    #expect(response.header("location") == nil)
    #expect(server.requests.map(\.path) == ["/old", "/new?x=1"])
    #expect(server.requests.allSatisfy { $0.head.contains("Authorization: Bearer x") })
  }

  @Test(arguments: [
    ("303 See Other", "GET", ""), ("302 Found", "GET", ""), ("308 Permanent Redirect", "POST", "b"),
  ])
  func `a post is repeated only where the status says so`(
    status: String, method: String, body: String
  ) async throws {
    let server = try SocketServer { request in
      request.path == "/new" ? .answer("") : Self.redirect(status, to: "/new")
    }
    _ = try await client.send(
      HTTPRequest(method: .post, url: server.url("/old"), body: Array("b".utf8)))
    let second = try #require(server.requests.last)
    #expect(second.head.hasPrefix("\(method) /new "))
    #expect(second.body == body)
  }

  @Test(arguments: [
    ("https://evil.test/x?token=1", "https://evil.test:443"),
    ("//evil.test/x", "http://evil.test:80"),
    ("http://127.0.0.1:1/x", "http://127.0.0.1:1"),
    ("https://127.0.0.1/x", "https://127.0.0.1:443"),
    ("file:///etc/passwd", "an address that cannot be used"),
    ("http://user:password@127.0.0.1/", "an address that cannot be used"),
  ])
  func `a redirect to anywhere else is not followed`(
    location: String, other: String
  ) async throws {
    let server = try SocketServer { _ in Self.redirect("302 Found", to: location) }
    await #expect(throws: TransportError.redirectedElsewhere(to: other)) {
      try await client.send(HTTPRequest(url: server.url(), headers: [("Authorization", "x")]))
    }
    #expect(server.requests.count == 1)
  }

  @Test func `another server of this machine gets no token`() async throws {
    let other = try SocketServer { _ in .answer("") }
    let target = other.url()
    let server = try SocketServer { _ in Self.redirect("307 Temporary Redirect", to: target) }
    await #expect(
      throws: TransportError.redirectedElsewhere(to: "http://127.0.0.1:\(other.port)")
    ) { try await client.send(HTTPRequest(url: server.url())) }
    #expect(other.requests.isEmpty)
  }

  @Test func `five redirects are followed and not six`() async throws {
    let server = try SocketServer { request in
      let left = Int(request.path.dropFirst()) ?? 0
      return left == 0 ? .answer("end") : Self.redirect("302 Found", to: "/\(left - 1)")
    }
    #expect(try await client.send(HTTPRequest(url: server.url("/5"))).status == 200)
    await #expect(throws: TransportError.tooManyRedirects(host: "127.0.0.1")) {
      try await client.send(HTTPRequest(url: server.url("/6")))
    }
  }

  @Test func `a redirect without a place is an answer`() async throws {
    let server = try SocketServer { _ in .answer("where?", status: "302 Found") }
    #expect(try await client.send(HTTPRequest(url: server.url())).status == 302)
  }
}
