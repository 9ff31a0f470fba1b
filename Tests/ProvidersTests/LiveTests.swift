import Providers
import Records
import Simulator
import Synchronization
import Testing
import Transport
import Wire

/// Live requests over real HTTP, to the simulator.
@Suite struct LiveTests {
  private static let today = Day(number: 20_777)
  private let server: SimulatorServer
  private let client = HTTPClient(userAgent: "x")
  private let log = Log()

  final class Log: Sendable {
    private let kept = Mutex<[RequestLogEntry]>([])
    var entries: [RequestLogEntry] { kept.withLock { $0 } }
    func add(_ entry: RequestLogEntry) { kept.withLock { $0.append(entry) } }
  }

  init() throws {
    var options = SimulatorOptions()
    options.pageSize = 20
    options.providerSecret = "s3cr3t"
    let team = SimulatedTeam(users: 48, today: Self.today, zone: .utc)
    server = try SimulatorServer(team: team, options: options)
  }

  private var provider: TrutoProvider {
    TrutoProvider(
      client: client,
      account: TrutoAccount(
        name: "a", baseURL: server.baseURL, integratedAccount: "demo", token: "demo-token"),
      now: { Timestamp(seconds: 0) }, log: { [log] in log.add($0) })
  }

  private func request(
    _ list: LiveRequest.List = .interactions, _ change: (inout LiveParameters) -> Void = { _ in }
  ) -> LiveRequest {
    var parameters = LiveParameters()
    change(&parameters)
    let period = Period(.total, DaySpan(Self.today - 7, Self.today))
    return LiveRequest(list, period: list == .users ? nil : period, parameters: parameters)
  }

  private func answer(_ request: LiveRequest) async throws -> LiveBody? {
    try await provider.answer(to: request, in: .utc, attempt: 1)
  }

  /// What the server answers to the request that it had last, byte for byte.
  private func bytesOfLastRequest() async throws -> [UInt8] {
    let last = try #require(server.requests.last)
    let url = PercentEncoding.url(
      base: server.baseURL, path: last.path, query: last.parameters.map { ($0.name, $0.value) })
    return try await client.send(
      HTTPRequest(url: url, headers: [("Authorization", "Bearer demo-token")])
    ).body
  }

  @Test(
    arguments: [LiveRequest.List.interactions, .activity, .users],
    [ResponseFormat.unified, .raw, .normalized])
  func `a body is the server's own`(list: LiveRequest.List, format: ResponseFormat) async throws {
    let body = try #require(try await answer(request(list) { $0.format = format }))
    #expect(body.bytes == (try await bytesOfLastRequest()))
    #expect(server.requests.first?["truto_response_format"] == format.rawValue)
    #expect(server.violations == [])
    #expect(log.entries.map(\.status) == [200])
  }

  @Test func `the debug block comes without the provider's credentials, and is else the same`()
    async throws
  {
    let body = try #require(try await answer(request { $0.format = .debug }))
    let shown = String(decoding: body.bytes, as: UTF8.self)
    let sent = String(decoding: try await bytesOfLastRequest(), as: UTF8.self)
    #expect(sent.contains("\"Basic s3cr3t\""))
    #expect(!shown.contains("s3cr3t"))
    #expect(
      shown
        == sent.replacing("\"Basic s3cr3t\"", with: "\"[hidden]\"")
        .replacing("[\"AWSALB=s3cr3t; Path=/\"]", with: "\"[hidden]\""))
  }

  @Test func `everything that can be said is understood by the server`() async throws {
    let users = try #require(try await answer(request(.users)))
    let ids = try TrutoPage.users(users.bytes).records.map(\.id)
    let body = try #require(
      try await answer(
        request {
          $0.keyBy = "id"
          $0.ignoresLimit = true
          $0.ignoresRemoteData = true
          $0.excludedFields = ["timezone", "metrics"]
          $0.remoteQuery = ["a=1", "b[c]=2"].compactMap(RemoteParameter.init)
          $0.limit = 1
          $0.users = Array(ids.prefix(20))
        }))
    let result = try #require(try JSONDocument(body.bytes).root["result"])
    let records = result.members.map(\.value)
    #expect(records.count > 10)
    #expect(records.allSatisfy { $0["timezone"] == nil && $0["remote_data"] == nil })
    #expect(result.members.allSatisfy { ids.prefix(20).contains($0.key) })
    #expect(server.violations == [])
  }

  @Test func `cursors lead through all pages`() async throws {
    var cursor: String?
    var ids: [String] = []
    repeat {
      let body = try #require(
        try await answer(
          request(.users) {
            $0.limit = 20
            $0.cursor = cursor
          }))
      ids += try TrutoPage.users(body.bytes).records.map(\.id)
      cursor = body.nextCursor
    } while cursor != nil
    #expect(Set(ids).count == 48)
    #expect(server.requests.count == 3)
  }

  @Test func `a provider that has nothing for the period gives no body`() async throws {
    server.script([.noStats, .noStats])
    #expect(try await answer(request()) == nil)
    let hasRecords = try await provider.stream(
      request { $0.format = .stream }, in: .utc, attempt: 1, receive: { _ in true })
    #expect(!hasRecords)
  }

  @Test(arguments: [
    (Fault.unauthorized, Failure.Kind.credentials, ProviderError.Retry.never),
    (.forbidden, .forbidden, .never), (.rateLimit, .rateLimited, .after(seconds: 1)),
    (.serverError, .server, .backOff), (.unavailable, .blocked, .never),
    (.html, .unreadable, .backOff), (.badGateway, .server, .backOff),
    (.cutBody, .unreachable, .backOff),
  ])
  func `errors are those of every other request`(
    fault: Fault, kind: Failure.Kind, retry: ProviderError.Retry
  ) async throws {
    server.script([fault, fault])
    let plain = await #expect(throws: ProviderError.self) { try await answer(request()) }
    #expect(plain?.failure.kind == kind)
    #expect(plain?.retry == retry)
    // What has been handed on must not come again.
    let hasCome = fault == .cutBody
    let received = Mutex<[UInt8]>([])
    let streamed = await #expect(throws: ProviderError.self) {
      try await provider.stream(
        request { $0.format = .stream }, in: .utc, attempt: 1,
        receive: { bytes in
          received.withLock { $0 += bytes }
          return true
        })
    }
    #expect(streamed?.failure.kind == kind)
    #expect(streamed?.retry == (hasCome ? .never : retry))
    #expect(received.withLock { $0.isEmpty } == !hasCome)
    #expect(log.entries.count == 2)
    #expect(log.entries.allSatisfy { $0.note != nil })
  }

  @Test func `a stream is handed on as it was sent`() async throws {
    let received = Mutex<[UInt8]>([])
    let hasRecords = try await provider.stream(
      request(.activity) { $0.format = .stream }, in: .utc, attempt: 1,
      receive: { bytes in
        received.withLock { $0 += bytes }
        return true
      })
    #expect(hasRecords)
    let bytes = received.withLock { $0 }
    #expect(bytes == (try await bytesOfLastRequest()))
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } > 40)
    #expect(server.violations == [])
  }
}
