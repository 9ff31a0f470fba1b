import Glibc
import Records
import Testing

@testable import Simulator

@Suite struct ServerTests {
  @Test func `a stopped server frees its port, and stopping twice does no harm`() throws {
    let first = try Sample.server()
    #expect(try first.list("users").status == 200)
    first.stop()
    first.stop()
    let second = try SimulatorServer(team: Sample.team(), port: first.port)
    #expect(second.port == first.port)
    #expect(try second.list("users").status == 200)
  }

  @Test func `a port that is taken is said to be`() throws {
    let first = try Sample.server()
    let error = #expect(throws: SimulatorError.self) {
      _ = try SimulatorServer(team: Sample.team(), port: first.port)
    }
    #expect(error == .portTaken(first.port))
    #expect(error?.description.contains("\(first.port) is taken") == true)
  }

  @Test func `it listens on this machine alone`() throws {
    let server = try Sample.server()
    #expect(server.baseURL == "http://127.0.0.1:\(server.port)")
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0002).bigEndian
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    #expect(result == -1)
  }

  @Test func `requests are kept in order with their parameters as sent`() throws {
    let server = try Sample.server()
    _ = try server.list("activity", [("users[0][id]", "1")] + Sample.span(7) + [("limit", "5")])
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.path == "/unified/conversational-intelligence/activity")
    #expect(
      request.parameters.map(\.name) == [
        "integrated_account_id", "users[0][id]", "start_time", "end_time", "limit",
      ])
    #expect(request["start_time"] == (try Sample.span(7)[0].1))
    #expect(request["next_cursor"] == nil)
    #expect(request.isAuthorised)
    #expect(request.status == 200)
    #expect(request.at > Timestamp(seconds: 1_700_000_000))
  }

  @Test func `more requests in a second than allowed are refused`() throws {
    var options = SimulatorOptions()
    options.requestsPerSecond = 3
    let reception = Reception(team: try Sample.team(), options: options)
    let statuses = [0, 100, 200, 300, 990, 1000, 1050, 1100].map { milliseconds in
      reception.receive(
        HTTPRequest(
          at: Timestamp(milliseconds: 5000 + milliseconds), method: "GET",
          path: "/unified/conversational-intelligence/users",
          parameters: [.init(name: "integrated_account_id", value: "demo")],
          authorization: "Bearer demo-token")
      ).status
    }
    #expect(statuses == [200, 200, 200, 429, 429, 200, 429, 200])
  }

  @Test func `a delay holds every answer back`() throws {
    let server = try Sample.server { $0.delay = 0.03 }
    let start = ContinuousClock.now
    _ = try server.list("users")
    #expect(ContinuousClock.now - start >= .milliseconds(30))
  }

  @Test func `stopping does not wait for answers that are held back`() throws {
    let server = try Sample.server { $0.delay = 600 }
    let target = "/unified/conversational-intelligence/users?integrated_account_id=demo"
    let exchange = try Exchange(server, target, method: "GET", token: "demo-token")
    #expect(exchange.isSilent(milliseconds: 20))
    server.stop()
    #expect(!exchange.isSilent(milliseconds: 20))
  }

  @Test func `many clients are served at once`() async throws {
    let server = try Sample.server(users: 200) { $0.pageSize = 20 }
    let span = try Sample.span(7)
    let pages = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<12 {
        group.addTask { try server.pages("activity", span).flatMap { try $0.ids } }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(Set(pages).count == 1)
    #expect(server.requests.count == server.requests.count { $0.status == 200 })
    #expect(server.violations == [])
  }
}
