import Records
import Testing
import Wire

@testable import Simulator

/// Talkdesk's side of a simulator without the network, asked at times of the test's choosing.
private struct Talkdesk {
  let reception: Reception
  let team: SimulatedTeam
  static let noon = Timestamp(seconds: 1_790_000_000)

  init(_ change: (inout TalkdeskOptions) -> Void = { _ in }) throws {
    var options = SimulatorOptions()
    change(&options.talkdesk)
    team = try Sample.team(users: 8)
    reception = Reception(team: team, options: options)
  }

  func ask(
    _ path: String, _ parameters: [(String, String)] = [], token: String? = nil,
    after seconds: Double = 0, method: String = "GET", login: Login? = nil,
    form: [(String, String)] = []
  ) throws -> (status: Int, root: JSONValue) {
    let response = reception.receive(
      HTTPRequest(
        at: Talkdesk.noon + seconds, method: method, path: path,
        parameters: parameters.map { .init(name: $0.0, value: $0.1) },
        authorization: token.map { "Bearer \($0)" }, host: "127.0.0.1:8080", login: login,
        form: form.map { .init(name: $0.0, value: $0.1) }))
    return (response.status, try JSONDocument(response.body).root)
  }

  static let form = [
    ("grant_type", "client_credentials"), ("scope", "interactions-public:read"),
  ]

  func token(
    secret: String = "demo-secret", form: [(String, String)] = Talkdesk.form,
    method: String = "POST"
  ) throws -> (status: Int, root: JSONValue) {
    try ask(
      "/oauth/token", method: method, login: Login(name: "demo-client", password: secret),
      form: form)
  }

  func list(
    _ parameters: [(String, String)], after seconds: Double = 0
  ) throws -> (status: Int, root: JSONValue) {
    let token = try token().root["access_token"]?.string
    return try ask("/conversations/interactions", parameters, token: token, after: seconds)
  }

  /// The parameters of a window.
  func times(_ start: Timestamp, _ end: Timestamp) -> [(String, String)] {
    zip(["interaction_started", "interaction_ended"], [start, end]).map { name, time in
      (name, "\(Zone.utc.text(of: time).prefix(19))Z")
    }
  }

  /// The week before the team's today.
  var week: [(String, String)] {
    times(team.zone.start(of: team.today - 7), team.zone.start(of: team.today))
  }
}

@Suite struct TalkdeskProtocolTests {
  @Test func `a client gets a token for its secret`() throws {
    let talkdesk = try Talkdesk()
    let (status, root) = try talkdesk.token()
    #expect(status == 200)
    #expect(root["token_type"]?.string == "Bearer")
    #expect(root["expires_in"]?.number == .integer(599))
    #expect(root["scope"]?.string == "interactions-public:read")
    #expect(try root["access_token"]?.string != talkdesk.token().root["access_token"]?.string)
    #expect(talkdesk.reception.violations == [])
  }

  @Test func `a wrong secret, scope, field, grant or method is refused`() throws {
    let talkdesk = try Talkdesk()
    #expect(try talkdesk.token(secret: "x").root["error"]?.string == "invalid_client")
    let scope = [("grant_type", "client_credentials"), ("scope", "users:write")]
    #expect(try talkdesk.token(form: scope).root["error"]?.string == "invalid_scope")
    #expect(talkdesk.reception.violations == [])
    let secret = Talkdesk.form + [("client_secret", "x")]
    for (form, method) in [(secret, "POST"), ([], "POST"), (Talkdesk.form, "GET")] {
      #expect(try talkdesk.token(form: form, method: method).status == 400)
    }
    #expect(talkdesk.reception.violations.count == 3)
  }

  @Test(arguments: [(598.0, 200), (599, 401), (5000, 401)])
  func `a token is good for its lifetime`(seconds: Double, status: Int) throws {
    let talkdesk = try Talkdesk()
    let answer = try talkdesk.list(talkdesk.week, after: seconds)
    #expect(answer.status == status)
    if status == 401 { #expect(answer.root["code"]?.string == "1904010") }
  }

  @Test func `without a token, or the scope, there is nothing`() throws {
    let talkdesk = try Talkdesk()
    #expect(try talkdesk.ask("/conversations/interactions").status == 401)
    let bare = try talkdesk.token(form: [("grant_type", "client_credentials")])
    let answer = try talkdesk.ask(
      "/conversations/interactions", talkdesk.week, token: bare.root["access_token"]?.string)
    #expect(answer.status == 403)
    #expect(answer.root["code"]?.string == "1904030")
  }

  @Test(arguments: [(604_800.0, 200), (604_801, 400), (-1, 400), (0, 200)])
  func `a window has at most seven days`(seconds: Double, status: Int) throws {
    let talkdesk = try Talkdesk()
    let start = talkdesk.team.zone.start(of: talkdesk.team.today - 20)
    let answer = try talkdesk.list(talkdesk.times(start, start + seconds))
    #expect(answer.status == status)
    #expect(talkdesk.reception.violations.count == (status == 400 ? 1 : 0))
    if status == 400 {
      #expect(answer.root["code"]?.string == "1904000")
      let fields = answer.root["fields"]?.elements.compactMap { $0["name"]?.string }
      #expect(fields == ["interaction_ended"])
    }
  }

  @Test(arguments: [
    [("interaction_started", "2026-11-01")], [("limit", "5")], [("cursor", "p 1/2/3==")],
    [("cursor", "")], [("cursor", "p+1/2/3==")] + [("interaction_started", "2026-11-01T00:00:00Z")],
  ])
  func `what is not documented is refused`(parameters: [(String, String)]) throws {
    let talkdesk = try Talkdesk()
    #expect(try talkdesk.list(parameters).status == 400)
    #expect(talkdesk.reception.violations.count == 1)
  }

  @Test func `links lead to another host, where calls are noted`() throws {
    let talkdesk = try Talkdesk { $0.pageSize = 3 }
    let root = try talkdesk.list(talkdesk.week).root
    let link = try #require(root["_links"]?["next"]?["href"]?.string)
    #expect(link.hasPrefix("http://localhost:8080/interactions?cursor=p"))
    #expect(talkdesk.reception.violations == [])
    #expect(try talkdesk.ask("/interactions", token: "x").status == 200)
    #expect(
      talkdesk.reception.violations == ["The host of a next link was called with a token."])
  }

  @Test func `pages follow each other, both ends of the window included`() throws {
    let talkdesk = try Talkdesk { $0.pageSize = 7 }
    let days = talkdesk.team.zone.start(of: talkdesk.team.today - 8)
    let week = days...(days + 604_800)
    var ids: [String] = []
    var parameters = talkdesk.times(week.lowerBound, week.upperBound)
    while true {
      let root = try talkdesk.list(parameters).root
      ids += root["_embedded"]?["interactions"]?.elements.compactMap { $0["id"]?.string } ?? []
      guard let link = root["_links"]?["next"]?["href"]?.string else { break }
      let cursor = try #require(link.split(separator: "cursor=").last)
      parameters = [("cursor", PercentEncoding.decode(String(cursor)))]
    }
    let encounters = talkdesk.team.encounters(startedIn: week)
    #expect(ids == encounters.map(\.id))
    #expect(encounters.first?.start == week.lowerBound)
    #expect(encounters.last?.start == week.upperBound)
    #expect(talkdesk.reception.violations == [])
  }
}
