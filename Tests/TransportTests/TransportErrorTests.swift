import Glibc
import Testing
import Transport

@Suite struct TransportErrorTests {
  private let client = HTTPClient(userAgent: "rapport-tests/1")

  private func failure(of request: HTTPRequest) async -> TransportError? {
    await #expect(throws: TransportError.self) { try await client.send(request) }
  }

  @Test(arguments: [
    "http://api.truto.one/unified?token=secret", "http://10.0.0.1/", "http://localhost.evil.test/",
    "http://128.0.0.1/", "http://[::2]/", "http://127.0.0.1.evil.test/", "HTTP://EXAMPLE.COM/",
  ])
  func `plain http to another machine is refused before anything is sent`(url: String) async {
    let error = await failure(of: HTTPRequest(url: url))
    guard case .insecure = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.sentence.contains("secret") == false)
  }

  @Test(arguments: ["127.0.0.1", "localhost", "127.8.9.10", "LOCALHOST"])
  func `plain http to this machine is fine`(host: String) async throws {
    let server = try SocketServer { _ in .answer("here") }
    let request = HTTPRequest(url: "http://\(host):\(server.port)/")
    // The server listens on 127.0.0.1 alone: the other addresses are allowed, yet refuse.
    if host == "127.8.9.10" {
      #expect(
        await failure(of: request) == .unreachable(host: host, detail: "Connection refused"))
    } else {
      #expect(try await client.send(request).body == Array("here".utf8))
    }
  }

  @Test(arguments: [
    "", "/path", "api.truto.one/x", "ftp://example.com/", "file:///etc/passwd", "https://",
    "https://example.com:99999/", "https://exa mple.com/", "https://u:p@example.com/",
    "https://u@example.com/", "http://127.0.0.1@example.com/", "https://example.com/\r\nX: y",
  ])
  func `an address that cannot be used is refused with the reason`(url: String) async {
    let error = await failure(of: HTTPRequest(url: url))
    guard case .invalidURL(let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!detail.isEmpty)
  }

  @Test(arguments: [
    ("Authorization", "Bearer a\r\nX-Injected: 1"), ("Authorization", "a\nb"), ("A", "\u{0}"),
    ("A\r\nB", "x"), ("A: B", "x"), ("", "x"), ("é", "x"), ("A", "\u{7F}"),
  ])
  func `a header that could begin another is refused`(name: String, value: String) async throws {
    let server = try SocketServer { _ in .answer("") }
    let request = HTTPRequest(url: server.url(), headers: [(name, value)])
    #expect(await failure(of: request) == .invalidHeader)
    #expect(server.requests.isEmpty)
  }

  @Test func `a port that nobody listens on is unreachable`() async throws {
    let port = try SocketServer.freePort()
    #expect(
      await failure(of: HTTPRequest(url: "http://127.0.0.1:\(port)/"))
        == .unreachable(host: "127.0.0.1", detail: "Connection refused"))
  }

  // With a proxy it is the proxy that looks names up.
  @Test(.enabled(if: getenv("https_proxy") == nil && getenv("ALL_PROXY") == nil))
  func `a name that nobody knows is said so`() async {
    // Longer than a name's part may be, so that no server is asked.
    let host = String(repeating: "a", count: 70) + ".invalid"
    #expect(
      await failure(of: HTTPRequest(url: "https://\(host)/?token=secret"))
        == .nameNotFound(host: host))
  }

  @Test func `a server that does not speak TLS is said so`() async throws {
    let server = try SocketServer { _ in .answer("") }
    let error = await failure(of: HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
    guard case .tls("127.0.0.1", let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!detail.isEmpty)
  }

  @Test func `silence ends the transfer as stalled`() async throws {
    let server = try SocketServer { _ in .silence }
    #expect(
      await failure(of: HTTPRequest(url: server.url(), timeout: 60, stall: 0.2))
        == .stalled(seconds: 0.2))
  }

  @Test func `silence in the middle of a body ends it as stalled`() async throws {
    let server = try SocketServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") }
    #expect(
      await failure(of: HTTPRequest(url: server.url(), timeout: 60, stall: 0.2))
        == .stalled(seconds: 0.2))
  }

  @Test func `the time limit holds although the silence is allowed`() async throws {
    let server = try SocketServer { _ in .silence }
    #expect(
      await failure(of: HTTPRequest(url: server.url(), timeout: 0.2, stall: 60))
        == .timedOut(seconds: 0.2))
  }

  @Test func `waiting for a connection is no silence of the server`() async throws {
    let server = try SocketServer { $0.path == "/silent" ? .silence : .answer("ok") }
    let client = HTTPClient(userAgent: "x", connectionsPerHost: 1)
    let silent = Task {
      try await client.send(HTTPRequest(url: server.url("/silent"), stall: 0.3))
    }
    for await _ in server.arrivals { break }
    let second = try await client.send(HTTPRequest(url: server.url("/next"), stall: 0.2))
    #expect(second.status == 200)
    await #expect(throws: TransportError.stalled(seconds: 0.3)) { try await silent.value }
  }

  @Test(arguments: [
    "Content-Length: 9\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "Transfer-Encoding: chunked\r\n\r\n9\r\nabc",
  ])
  func `a body that is cut short is no answer`(rest: String) async throws {
    let server = try SocketServer { _ in .text("HTTP/1.1 200 OK\r\n" + rest, closes: true) }
    #expect(await failure(of: HTTPRequest(url: server.url())) == .bodyCutShort)
  }

  @Test func `a server that hangs up without a word is unreachable`() async throws {
    let server = try SocketServer { _ in .text("", closes: true) }
    #expect(
      await failure(of: HTTPRequest(url: server.url()))
        == .unreachable(
          host: "127.0.0.1", detail: "it closed the connection without an answer"))
  }

  @Test func `a body is taken up to the limit and no further, decompressed`() async throws {
    let server = try SocketServer { _ in
      .answer(HTTPClientTests.compressedHellos, headers: ["Content-Encoding: gzip"])
    }
    let size = HTTPClientTests.hellos.utf8.count
    #expect(try await client.send(HTTPRequest(url: server.url(), maxBytes: size)).status == 200)
    #expect(
      await failure(of: HTTPRequest(url: server.url(), maxBytes: size - 1))
        == .tooLarge(bytes: size - 1))
  }

  @Test func `headers without end are not taken`() async throws {
    let lines = String(
      repeating: "X-Filler: \(String(repeating: "x", count: 1000))\r\n", count: 300)
    let server = try SocketServer { _ in .text("HTTP/1.1 200 OK\r\n" + lines) }
    #expect(await failure(of: HTTPRequest(url: server.url())) == .tooLarge(bytes: 256 << 10))
  }

  @Test func `an error tells what to do and nothing secret`() {
    let errors: [TransportError] = [
      .insecure(host: "h"), .invalidURL(detail: "d"), .invalidHeader, .nameNotFound(host: "h"),
      .unreachable(host: "h", detail: "d"), .tls(host: "h", detail: "d"), .timedOut(seconds: 30),
      .stalled(seconds: 0.5), .tooLarge(bytes: 9), .tooManyRedirects(host: "h"),
      .redirectedElsewhere(to: "o"), .bodyCutShort, .cancelled, .other(code: 1, text: "t"),
    ]
    #expect(errors.allSatisfy { $0.sentence.hasSuffix(".") && $0.sentence.contains(":") })
    #expect(TransportError.timedOut(seconds: 30).sentence.contains("within 30 s"))
    #expect(TransportError.stalled(seconds: 0.5).sentence.contains("for 0.5 s"))
  }

  @Test func `a request describes itself without its secrets`() {
    let request = HTTPRequest(
      url: "https://h/p?token=secret", headers: [("Authorization", "Bearer secret")],
      body: Array("secret".utf8))
    #expect("\(request)" == "GET https://h/p")
  }
}
