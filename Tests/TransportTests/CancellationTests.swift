import Testing
import Transport

@Suite struct CancellationTests {
  @Test func `a cancelled task throws at once and its connection is closed`() async throws {
    let server = try SocketServer { _ in .silence }
    let client = HTTPClient(userAgent: "x")
    let task = Task { try await client.send(HTTPRequest(url: server.url())) }
    for await _ in server.arrivals { break }
    task.cancel()
    await #expect(throws: TransportError.cancelled) { try await task.value }
    for await _ in server.departures { break }
  }

  @Test func `a task that was cancelled before it asked gets no answer`() async throws {
    let server = try SocketServer { _ in .silence }
    let client = HTTPClient(userAgent: "x")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await client.send(HTTPRequest(url: server.url()))
    }
    await #expect(throws: TransportError.cancelled) { try await task.value }
  }

  @Test func `cancelling one request leaves the others alone`() async throws {
    let server = try SocketServer { $0.path == "/silent" ? .silence : .answer("ok") }
    let client = HTTPClient(userAgent: "x")
    let silent = Task { try await client.send(HTTPRequest(url: server.url("/silent"))) }
    for await _ in server.arrivals { break }
    async let other = client.send(HTTPRequest(url: server.url("/other")))
    silent.cancel()
    #expect(try await other.status == 200)
    await #expect(throws: TransportError.cancelled) { try await silent.value }
    #expect(try await client.send(HTTPRequest(url: server.url("/later"))).status == 200)
  }

  @Test func `shutting down ends what is under way and what comes later`() async throws {
    let server = try SocketServer { _ in .silence }
    let client = HTTPClient(userAgent: "x", connectionsPerHost: 2)
    let tasks = (0..<5).map { _ in
      Task { try await client.send(HTTPRequest(url: server.url())) }
    }
    for await _ in server.arrivals { break }
    client.shutdown()
    for task in tasks {
      await #expect(throws: TransportError.cancelled) { try await task.value }
    }
    await #expect(throws: TransportError.cancelled) {
      try await client.send(HTTPRequest(url: server.url()))
    }
    for await _ in server.departures { break }
  }

  @Test func `a client that is let go closes its connections`() async throws {
    let server = try SocketServer { _ in .answer("ok") }
    _ = try await HTTPClient(userAgent: "x").send(HTTPRequest(url: server.url()))
    for await _ in server.departures { break }
  }

  @Test func `a client that was never used shuts down`() async {
    let client = HTTPClient(userAgent: "x")
    client.shutdown()
    await #expect(throws: TransportError.cancelled) {
      try await client.send(HTTPRequest(url: "http://127.0.0.1:1/"))
    }
  }
}
