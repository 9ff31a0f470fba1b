import Testing
import Transport

@Suite struct HTTPClientTests {
  private let client = HTTPClient(userAgent: "rapport-tests/1")

  @Test func `an answer comes with its status, headers, body and timings`() async throws {
    let server = try SocketServer { _ in
      .answer(
        "slow down", status: "429 Too Many Requests",
        headers: ["Retry-After:  7 ", "X-Empty:"])
    }
    let response = try await client.send(HTTPRequest(url: server.url("/a?b=c")))
    #expect(response.status == 429)
    #expect(response.header("retry-after") == "7")
    #expect(response.header("RETRY-AFTER") == "7")
    #expect(response.header("x-empty") == "")
    #expect(response.header("x-none") == nil)
    #expect(response.body == Array("slow down".utf8))
    #expect(response.version == "1.1")
    #expect(response.bytesReceived > response.body.count)
    #expect(response.timings.total > 0)
    #expect(response.timings.total >= response.timings.firstByte)
    #expect(response.timings.tls == 0)
  }

  @Test func `the request carries our headers and no body that was not given`() async throws {
    let server = try SocketServer { _ in .answer("") }
    let headers = [("Authorization", "Bearer x"), ("X-Empty", "")]
    _ = try await client.send(HTTPRequest(url: server.url("/p?q=%5B"), headers: headers))
    let head = try #require(server.requests.first?.head)
    #expect(head.hasPrefix("GET /p?q=%5B HTTP/1.1\r\n"))
    #expect(head.contains("\r\nAuthorization: Bearer x"))
    #expect(head.contains("\r\nX-Empty:"))
    #expect(head.contains("\r\nUser-Agent: rapport-tests/1"))
    #expect(head.contains("gzip"))
    #expect(!head.lowercased().contains("content-"))
  }

  @Test(arguments: [[], ["application/x-www-form-urlencoded"]])
  func `a form is posted with the type that the caller gives`(types: [String]) async throws {
    let server = try SocketServer { _ in .answer("") }
    _ = try await client.send(
      HTTPRequest(
        method: .post, url: server.url(), headers: types.map { ("Content-Type", $0) },
        body: Array("a=1&b=é".utf8)))
    let request = try #require(server.requests.first)
    #expect(request.head.hasPrefix("POST / HTTP/1.1\r\n"))
    #expect(request.body == "a=1&b=é")
    let lines = request.head.split(separator: "\r\n").filter { $0.hasPrefix("Content-Type") }
    #expect(lines == types.map { "Content-Type: \($0)" })
  }

  @Test func `a login is sent as HTTP Basic, and nothing shows it`() async throws {
    let server = try SocketServer { _ in .answer("") }
    let request = HTTPRequest(
      url: server.url(), login: Login(name: "Aladdin", password: "open sesame"))
    _ = try await client.send(request)
    let head = try #require(server.requests.first?.head)
    // The example of RFC 7617.
    #expect(head.contains("\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
    for text in ["\(request)", "\(String(describing: request.login))"] {
      #expect(!text.contains("sesame") && !text.contains("Aladdin"))
    }
  }

  @Test func `a post without a body says that it is empty`() async throws {
    let server = try SocketServer { _ in .answer("") }
    _ = try await client.send(HTTPRequest(method: .post, url: server.url()))
    #expect(server.requests.first?.head.contains("Content-Length: 0") == true)
  }

  @Test func `a connection is kept for the next request`() async throws {
    let server = try SocketServer { .answer($0.path) }
    for path in ["/1", "/2", "/3"] {
      let response = try await client.send(HTTPRequest(url: server.url(path)))
      #expect(response.body == Array(path.utf8))
    }
    #expect(server.requests.map(\.connection) == [1, 1, 1])
  }

  @Test func `a connection that the server has closed is replaced`() async throws {
    let server = try SocketServer { _ in
      .text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", closes: true)
    }
    for _ in 1...3 {
      #expect(try await client.send(HTTPRequest(url: server.url())).status == 200)
    }
    #expect(server.requests.map(\.connection) == [1, 2, 3])
  }

  @Test func `a chunked body is put together`() async throws {
    let server = try SocketServer { _ in
      .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    }
    #expect(
      try await client.send(HTTPRequest(url: server.url())).body == Array("abcde".utf8))
  }

  @Test func `a body without a length ends with its connection`() async throws {
    let server = try SocketServer { _ in .text("HTTP/1.0 200 OK\r\n\r\nabc", closes: true) }
    let response = try await client.send(HTTPRequest(url: server.url()))
    #expect(response.body == Array("abc".utf8))
    #expect(response.version == "1.0")
  }

  @Test func `a compressed body is decompressed`() async throws {
    let server = try SocketServer { _ in
      .answer(Self.compressedHellos, headers: ["Content-Encoding: gzip"])
    }
    let response = try await client.send(HTTPRequest(url: server.url()))
    #expect(String(decoding: response.body, as: UTF8.self) == Self.hellos)
    #expect(response.bytesReceived < 500)
  }

  @Test func `headers of a provisional answer are forgotten`() async throws {
    let server = try SocketServer { _ in
      .text("HTTP/1.1 103 Early Hints\r\nX-A: 1\r\n\r\nHTTP/1.1 204 No Content\r\nX-B: 2\r\n\r\n")
    }
    let response = try await client.send(HTTPRequest(url: server.url()))
    #expect(response.status == 204)
    #expect(response.headers.map(\.name) == ["x-b"])
  }

  @Test func `fifty requests at a time share a few connections`() async throws {
    let server = try SocketServer { .answer($0.path) }
    let client = HTTPClient(userAgent: "x", connectionsPerHost: 4)
    let bodies = try await withThrowingTaskGroup(of: (String, [UInt8]).self) { group in
      for number in 0..<50 {
        group.addTask {
          let path = "/\(number)"
          return (path, try await client.send(HTTPRequest(url: server.url(path))).body)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(bodies.count == 50)
    #expect(bodies.allSatisfy { Array($0.utf8) == $1 })
    #expect((1...4).contains(server.connections))
  }

  static let hellos = String(repeating: "hello ", count: 2000)

  static let compressedHellos: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC4,
    0x31, 0x0D, 0x00, 0x00, 0x08, 0x03, 0x30, 0x2B, 0x98, 0x23, 0xE1, 0x58,
    0x82, 0xFF, 0x0F, 0x19, 0x3C, 0xED, 0xD1, 0xE9, 0x64, 0x6B, 0x6C, 0xDB,
    0xB6, 0x6D, 0xDB, 0xB6, 0x6D, 0xDB, 0xB6, 0x6D, 0xDB, 0xB6, 0x6D, 0xDB,
    0xB6, 0x6D, 0xDB, 0x7E, 0xFD, 0x00, 0xFD, 0xC5, 0x0C, 0x83, 0xE0, 0x2E,
    0x00, 0x00,
  ]
}
