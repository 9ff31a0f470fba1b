import Foundation
import Records
import Simulator
import Testing

/// `interactions`, `activity` and `users` with Truto's own parameters, as a script sees them.
@Suite struct LiveCommandTests {
  private static let today = Day(number: 20_777)
  private let home: Home
  private let server: SimulatorServer

  init() throws {
    home = try Home()
    var options = SimulatorOptions()
    options.pageSize = 20
    options.providerSecret = "s3cr3t"
    server = try SimulatorServer(
      team: SimulatedTeam(users: 48, today: Self.today, zone: .utc), options: options)
  }

  private func run(_ arguments: String) async throws -> Home.Outcome {
    try await run(arguments.split(separator: " ") + ["--requests-per-second", "1000"])
  }

  private func run(_ arguments: [Substring]) async throws -> Home.Outcome {
    try await home.run(
      arguments.map(String.init) + [
        "--integrated-account", "demo", "--base-url", server.baseURL, "--timezone", "UTC",
        "--today", Self.today.text,
      ], ["TRUTO_API_TOKEN": "demo-token"])
  }

  /// The body of the server's answer to a request of the program, byte for byte.
  private func body(of request: SimulatedRequest) throws -> String {
    var components = URLComponents()
    components.path = request.path
    components.queryItems = request.parameters.map { URLQueryItem(name: $0.name, value: $0.value) }
    let target = try #require(components.string).replacing("+", with: "%2B")
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
    let head = "GET \(target) HTTP/1.0\r\nAuthorization: Bearer demo-token\r\n\r\n"
    try #require(send(connection, head, head.utf8.count, 0) == head.utf8.count)
    let file = FileHandle(fileDescriptor: connection, closeOnDealloc: false)
    let answer = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    return try #require(answer.split(separator: "\r\n\r\n", maxSplits: 1).last.map(String.init))
  }

  @Test(arguments: [
    "interactions --response-format unified --range 7d",
    "interactions --response-format raw --range 7d",
    "activity --response-format normalized --range last-month",
    "activity --response-format stream --range 90d", "users --key-by name",
    "users --response-format stream", "activity --skip-api-call --response-format debug",
    "interactions --limit 3 --exclude-field metrics --remote-query a.b=1 --ignore-remote-data",
  ])
  func `the server's own bytes are printed`(arguments: String) async throws {
    let outcome = try await run(arguments)
    #expect(outcome.ending == .exited(0))
    #expect(server.requests.count == 1)
    #expect(server.violations == [])
    #expect(outcome.output == (try body(of: try #require(server.requests.first))))
    #expect(outcome.errors.isEmpty || outcome.errors.contains("--cursor"))
  }

  @Test func `debug is printed without the provider's credentials`() async throws {
    let outcome = try await run("interactions --response-format debug --limit 2 --range 7d")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.contains(#""headers":{"Authorization":"[hidden]","Content-Type""#))
    #expect(!(outcome.output + outcome.errors).contains("s3cr3t"))
  }

  @Test func `--all prints an envelope a line, and the cursor can be followed by hand`()
    async throws
  {
    let outcome = try await run("users --all --ignore-remote-data")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors == "")
    #expect(outcome.lines.count == 3)
    let first = try await run("users --ignore-remote-data")
    let cursor = try #require(first.errors.firstMatch(of: /--cursor (\S+) is/)).1
    #expect(first.output == outcome.lines[0])
    let second = try await run("users --ignore-remote-data --cursor \(cursor)")
    #expect(second.output == outcome.lines[1])
  }

  @Test func `what came before an error is printed, and the exit code says that more is missing`()
    async throws
  {
    server.script([nil, .unauthorized])
    let refused = try await run("users --all --ignore-remote-data")
    #expect(refused.ending == .exited(4))
    #expect(refused.lines.count == 1)
    server.script([.loop, .loop])
    let loop = try await run("users --all --ignore-remote-data")
    #expect(loop.ending == .exited(1))
    #expect(loop.errors.contains("circle"))
    server.script([.partial])
    let partial = try await run("activity --limit 5 --range 7d")
    #expect(partial.ending == .exited(6))
    #expect(partial.errors.contains("only a part"))
    let raw = try await run("activity --all --response-format raw --range 7d")
    #expect(raw.ending == .exited(6))
  }

  @Test(arguments: [
    (Fault.unauthorized, Int32(4)), (.notFound, 1), (.unavailable, 1), (.noStats, 0),
    (.needsReauth, 4),
  ])
  func `the exit codes are those of every other command`(fault: Fault, code: Int32) async throws {
    for format in ["unified", "stream"] {
      server.script([fault])
      let outcome = try await run("interactions --response-format \(format)")
      #expect(outcome.ending == .exited(code), "\(outcome.errors)")
      #expect(outcome.output == "")
      #expect(outcome.sentences.count == 1)
    }
  }

  @Test func `a stream that is cut is an error after what arrived`() async throws {
    server.script([.cutBody])
    let outcome = try await run("activity --response-format stream")
    #expect(outcome.ending == .exited(6))
    #expect(!outcome.output.isEmpty)
    #expect(server.requests.count == 1)
    let whole = try body(of: try #require(server.requests.first))
    #expect(whole.hasPrefix(outcome.output))
  }

  @Test func `users are named by id or address in the form that servers read`() async throws {
    let outcome = try await run("activity --limit 5 --user ana.lopes@example.com --range 7d")
    #expect(outcome.ending == .exited(0))
    let request = try #require(server.requests.last)
    let id = try #require(request["users[0][id]"])
    #expect(outcome.output.contains("\"id\":\"\(id)\""))
    let both = try await run("activity --limit 5 --user \(id),\(id) --user 7 --range 7d")
    #expect(both.ending == .exited(0))
    #expect(server.requests.last?["users[1][id]"] == "7")
    #expect(server.requests.last?["users[2][id]"] == nil)
    #expect(server.violations == [])
  }

  @Test func `--timeout ends a request that does not`() async throws {
    server.script([.stall, .stall])
    let outcome = try await run("interactions --limit 5 --timeout 0.2s")
    #expect(outcome.ending == .exited(5))
    #expect(outcome.sentences == ["rapport: The time of --timeout is over."])
  }

  @Test func `nothing is sent when the line makes no sense`() async throws {
    let outcome = try await run("interactions --limit 5 --by day")
    #expect(outcome.ending == .exited(2))
    #expect(server.requests.isEmpty)
  }

  @Test func `every request is counted with the day's`() async throws {
    server.script([nil, .serverError])
    _ = try await run("users --all --ignore-remote-data")
    let status = try await run(["status", "-o", "json"])
    #expect(server.requests.count == 4)
    #expect(status.output.contains(/"requests_sent_today":\s*4\b/))
  }
}
