import Testing
import Transport

@Suite struct StreamTests {
  private let client = HTTPClient(userAgent: "x")

  /// Bytes of which a lost or moved piece is noticed.
  private static func body(_ count: Int) -> [UInt8] {
    let block = (0..<65_521).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ ($0 >> 8) &* 7) }
    var body: [UInt8] = []
    while body.count < count { body += block }
    return body
  }

  @Test func `a stream gives the bytes as they were sent, and the answer without them`()
    async throws
  {
    let body = Self.body(3_000_000)
    let server = try SocketServer { _ in .answer(body, headers: ["X-Name: v"]) }
    var received: [UInt8] = []
    let response = try await client.stream(HTTPRequest(url: server.url())) { bytes in
      received += bytes
      return true
    }
    #expect(received == body)
    #expect(response.status == 200)
    #expect(response.header("x-name") == "v")
    #expect(response.body.isEmpty)
    #expect(response.bytesReceived > body.count)
    #expect(server.requests.first?.head.contains("Accept-Encoding") == false)
  }

  @Test func `a slow reader holds the server up and little waits in between`() async throws {
    let body = Self.body(40 << 20)
    let server = try SocketServer { $0.path == "/long" ? .answer(body) : .answer("free") }
    var (received, longest, pieces) = ([UInt8](), 0, 0)
    var isHeldUp = false
    _ = try await client.stream(HTTPRequest(url: server.url("/long"))) { bytes in
      received += bytes
      longest = max(longest, bytes.count)
      pieces += 1
      if pieces == 1 {
        // The server does one thing at a time, so it answers no other request until it is rid of
        // the body.
        let other = HTTPRequest(url: server.url("/other"), timeout: 0.3)
        do throws(TransportError) {
          _ = try await client.send(other)
        } catch {
          isHeldUp = error == .timedOut(seconds: 0.3)
        }
      }
      return true
    }
    #expect(isHeldUp)
    #expect(received == body)
    #expect(longest <= 512 << 10)
  }

  @Test func `silence while the reader is slow is not the server's`() async throws {
    let body = Self.body(8 << 20)
    let server = try SocketServer { $0.path == "/long" ? .answer(body) : .silence }
    var count = 0
    _ = try await client.stream(
      HTTPRequest(url: server.url("/long"), timeout: 1, stall: 0.9)
    ) { bytes in
      if count == 0 {
        // Longer than both limits.
        _ = try? await client.send(HTTPRequest(url: server.url("/silent"), timeout: 1.1))
      }
      count += bytes.count
      return true
    }
    #expect(count == body.count)
  }

  @Test func `a body that is cut is an error after what arrived`() async throws {
    let server = try SocketServer { _ in
      .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1}\n", closes: true)
    }
    var received: [UInt8] = []
    await #expect(throws: TransportError.bodyCutShort) {
      try await client.stream(HTTPRequest(url: server.url())) { bytes in
        received += bytes
        return true
      }
    }
    #expect(received == Array("{\"a\":1}\n".utf8))
  }

  @Test func `a server that falls silent within a stream is given up`() async throws {
    let server = try SocketServer { _ in
      .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    }
    await #expect(throws: TransportError.stalled(seconds: 0.1)) {
      try await client.stream(HTTPRequest(url: server.url(), stall: 0.1)) { _ in true }
    }
  }

  @Test(arguments: [404, 500])
  func `the body of an error is in the answer and not in the stream`(status: Int) async throws {
    let server = try SocketServer { _ in .answer("no", status: "\(status) Whatever") }
    let response = try await client.stream(HTTPRequest(url: server.url())) { _ in
      Issue.record("nothing was to be received")
      return true
    }
    #expect(response.status == status)
    #expect(response.body == Array("no".utf8))
  }

  @Test func `a redirect's body is not part of the stream`() async throws {
    let server = try SocketServer { request in
      request.path == "/there"
        ? .answer("data")
        : .answer("moved", status: "302 Found", headers: ["Location: /there"])
    }
    var received: [UInt8] = []
    _ = try await client.stream(HTTPRequest(url: server.url())) { bytes in
      received += bytes
      return true
    }
    #expect(received == Array("data".utf8))
  }

  @Test func `a reader that has enough ends the transfer and its connection`() async throws {
    let body = Self.body(8 << 20)
    let server = try SocketServer { _ in .answer(body) }
    await #expect(throws: TransportError.cancelled) {
      try await client.stream(HTTPRequest(url: server.url())) { _ in false }
    }
    for await _ in server.departures { break }
  }

  @Test func `a cancelled task ends its stream and its connection`() async throws {
    let server = try SocketServer { _ in
      .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    }
    let (pieces, piece) = AsyncStream.makeStream(of: Int.self)
    let task = Task {
      try await client.stream(HTTPRequest(url: server.url())) { bytes in
        piece.yield(bytes.count)
        return true
      }
    }
    for await _ in pieces { break }
    task.cancel()
    await #expect(throws: TransportError.cancelled) { try await task.value }
    for await _ in server.departures { break }
  }

  @Test func `an address that cannot be used is refused before anything is sent`() async {
    await #expect(throws: TransportError.insecure(host: "example.com")) {
      try await client.stream(HTTPRequest(url: "http://example.com/")) { _ in true }
    }
  }
}
