import Records
import Simulator
import Testing
import Wire

@Suite struct ProtocolTests {
  @Test(arguments: ["interactions", "activity"])
  func `the pages of a list hold each user with records once`(list: String) throws {
    let server = try Sample.server(users: 250) { $0.pageSize = 30 }
    let pages = try server.pages(list, Sample.span(30))
    let ids = try pages.flatMap { try $0.ids }
    let team = try Sample.team(users: 250)
    let span = DaySpan(team.today - 30, team.today)
    let expected = team.users.indices.filter {
      list == "activity"
        ? team.activity(of: $0, in: span) != nil : team.interactions(of: $0, in: span) != nil
    }
    #expect(ids == expected.map { team.users[$0].user.id })
    #expect(pages.count == (ids.count + 29) / 30)
    #expect(try pages.dropLast().allSatisfy { try $0.records.count == 30 })
    #expect(server.violations == [])
  }

  @Test func `users are listed all, with names, managers and aliases`() throws {
    let server = try Sample.server()
    let pages = try server.pages("users", [("limit", "20")])
    let records = try pages.flatMap { try $0.records }
    #expect(pages.count == 3)
    #expect(records.count == 48)
    #expect(records[2]["name"]?.string == "Ana Lopes")
    #expect(records[22]["name"]?.string == "李小龍")
    #expect(records[22]["remote_data"]?["lastName"]?.string == "李")
    #expect(records[22]["remote_data"]?["managerId"]?.string == records[21]["id"]?.string)
    #expect(records[0]["remote_data"]?["managerId"]?.isNull == true)
    #expect(records[22]["created_at"]?.string.flatMap { WrittenTime($0) } != nil)
    #expect(server.violations == [])
  }

  @Test func `an interaction record has the documented shape`() throws {
    let server = try Sample.server()
    let reply = try server.list("interactions", Sample.span(30))
    #expect(reply.status == 200)
    #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
    #expect(
      try reply.root.members.map(\.key) == ["result", "next_cursor", "prev_cursor", "result_count"])
    let record = try #require(try reply.records.first)
    #expect(
      record.members.map(\.key) == [
        "id", "user", "start_time", "end_time", "timezone", "aggregation_period", "metrics",
        "additional_metrics", "created_at", "updated_at", "remote_data",
      ])
    #expect(record["user"]?.members.map(\.key) == ["id", "emails"])
    #expect(record["aggregation_period"]?.string == "total")
    #expect(record["timezone"]?.string == "Europe/Berlin")
    #expect(record["start_time"]?.string == (try Sample.span(30)[0].1))
    #expect(record["end_time"]?.string == (try Sample.span(30)[1].1))
    let stats = record["remote_data"]?["personInteractionStats"].map { Array($0.elements) } ?? []
    #expect(
      stats.compactMap { $0["value"]?.number }
        == record["metrics"]?.members.compactMap(\.value.number))
  }

  @Test func `an activity record has fifteen integers and no time zone`() throws {
    let server = try Sample.server()
    let record = try #require(try server.list("activity", Sample.span(30)).records.first)
    #expect(record["timezone"] == nil)
    #expect(record["additional_metrics"] == nil)
    let metrics = record["metrics"].map { Array($0.members) } ?? []
    #expect(metrics.map(\.key) == Counter.allCases.map(\.rawValue))
    #expect(metrics.allSatisfy { if case .integer = $0.value.number { true } else { false } })
  }

  @Test func `the date that is written counts, the zone does not, but that is noted`() throws {
    let server = try Sample.server()
    let times = [("start_time", "2026-11-02T00:00:00Z"), ("end_time", "2026-11-09T13:00:00-05:00")]
    let record = try #require(try server.list("activity", times).records.first)
    #expect(record["start_time"]?.string == "2026-11-02T00:00:00+01:00")
    #expect(record["end_time"]?.string == "2026-11-09T00:00:00+01:00")
    #expect(server.violations.count == 2)
  }

  @Test func `a user is found by id, also where the clocks change`() throws {
    let server = try Sample.server()
    let ids = try Sample.team().users.map(\.user.id)
    let times = [
      ("start_time", "2026-10-01T00:00:00+02:00"), ("end_time", "2026-11-01T00:00:00+01:00"),
    ]
    let reply = try server.list(
      "activity", times + [("users[0][id]", ids[5]), ("users[1][id]", ids[2])])
    #expect(try reply.ids == [ids[2], ids[5]])
    #expect(server.violations == [])
  }

  struct Bad: Sendable {
    var list = "interactions"
    var parameters: [(String, String)] = []
    let status: Int
    var violations = 1
  }

  @Test(arguments: [
    Bad(parameters: [("start", "1")], status: 400),
    Bad(list: "users", parameters: [("start_time", "2026-11-01T00:00:00+01:00")], status: 400),
    Bad(parameters: [("limit", "0")], status: 400),
    Bad(parameters: [("limit", "10"), ("limit", "10")], status: 400),
    Bad(parameters: [("next_cursor", "p+0/1==")], status: 400),
    Bad(parameters: [("next_cursor", "")], status: 200),
    Bad(parameters: [("users[][id]", "1")], status: 400),
    Bad(parameters: [("users[1][id]", "1")], status: 400),
    Bad(parameters: [("users[0]", "1")], status: 400),
    Bad(parameters: (0...20).map { ("users[\($0)][id]", "1") }, status: 400),
    Bad(parameters: [("truto_response_format", "xml")], status: 400),
    Bad(parameters: [("truto_key_by", "user")], status: 400, violations: 0),
    Bad(parameters: [("truto_ignore_remote_data", "yes")], status: 400),
  ])
  func `a request against the protocol is refused or noted`(bad: Bad) throws {
    let server = try Sample.server()
    let times = bad.list == "users" ? [] : try Sample.span(7)
    let reply = try server.list(bad.list, times + bad.parameters)
    #expect(reply.status == bad.status)
    #expect(server.violations.count == bad.violations)
    if bad.status == 400 {
      #expect(try reply.root["statusCode"]?.number == .integer(400))
      #expect(try reply.root["error"]?.string == "Bad Request")
    }
  }

  @Test(arguments: [
    ("2026-11-01T00:00:00+01:00", "2026-11-22T00:00:00+01:00", true),
    ("2026-11-02T00:00:00+01:00", "2026-11-02T00:00:00+01:00", true),
    ("2026-11-02", "2026-11-09T00:00:00+01:00", false),
    ("yesterday", "2026-11-09T00:00:00+01:00", false),
  ])
  func `a period that cannot be is refused`(start: String, end: String, isRemote: Bool) throws {
    let server = try Sample.server()
    let reply = try server.list("activity", [("start_time", start), ("end_time", end)])
    #expect(reply.status == 400)
    #expect(try reply.root["truto_is_remote_error"]?.bool == (isRemote ? true : nil))
    #expect(server.violations.count == 1)
  }

  @Test func `a plus that is not escaped is noted as one`() throws {
    let server = try Sample.server()
    let reply = try server.get(
      "/unified/conversational-intelligence/activity?integrated_account_id=demo"
        + "&start_time=2026-11-01T00:00:00+01:00&end_time=2026-11-02T00:00:00%2B01:00")
    #expect(reply.status == 400)
    #expect(server.violations == ["start_time has a space, as of a + that was not escaped."])
  }

  @Test func `a cursor belongs to its query`() throws {
    let server = try Sample.server { $0.pageSize = 10 }
    let cursor = try #require(try server.list("activity", Sample.span(7)).cursor)
    #expect(try server.list("activity", Sample.span(14) + [("next_cursor", cursor)]).status == 400)
    #expect(
      try server.list("interactions", Sample.span(7) + [("next_cursor", cursor)]).status == 400)
    #expect(server.violations.count == 2)
    #expect(try server.list("activity", [("next_cursor", cursor)] + Sample.span(7)).status == 200)
  }

  @Test func `missing parameters are named`() throws {
    let server = try Sample.server()
    let root = try server.list("interactions", [("start_time", "2026-11-01T00:00:00+01:00")]).root
    let insight = root["truto_error_insight"]?["missing_required_query_parameters"]
    #expect(insight?["value"]?.elements.compactMap(\.string) == ["end_time"])
  }

  @Test func `fields can be left out and the result keyed by id`() throws {
    let server = try Sample.server()
    let keyed = try server.list(
      "activity",
      Sample.span(7) + [
        ("truto_key_by", "id"), ("truto_ignore_remote_data", "true"), ("remote_query[x]", "1"),
        ("truto_exclude_fields[]", "emails"), ("truto_exclude_fields[]", "created_at"),
      ])
    let (key, value) = try #require(try keyed.root["result"]?.members.first { _ in true })
    #expect(value["id"]?.string == key)
    #expect(value["remote_data"] == nil)
    #expect(value["created_at"] == nil)
    #expect(value["user"]?["emails"] != nil)
    let all = try server.list("users", [("limit", "5"), ("truto_ignore_limit", "true")])
    #expect(try all.records.count == 48)
    let skipped = try server.list(
      "interactions", Sample.span(7) + [("truto_skip_api_call", "true")])
    #expect(try skipped.records.isEmpty)
    #expect(skipped.status == 200)
    #expect(server.violations == [])
  }

  @Test func `a period without interactions is Gong's 404, without activity an empty list`() throws
  {
    let server = try Sample.server()
    let times = try Sample.span(30, endingAgo: 500)
    let interactions = try server.list("interactions", times)
    #expect(interactions.status == 404)
    #expect(try interactions.root["truto_is_remote_error"]?.bool == true)
    #expect(try interactions.root["message"]?.string == "No stats found for the specified period")
    let activity = try server.list("activity", times)
    #expect(activity.status == 200)
    #expect(try activity.records.isEmpty)
    #expect(try activity.root["next_cursor"]?.isNull == true)
  }

  @Test(arguments: [nil, "wrong", ""])
  func `a wrong or missing token is refused and never written down`(token: String?) throws {
    let server = try Sample.server()
    let path = "/unified/conversational-intelligence/users?integrated_account_id=demo"
    let reply = try server.get(path, token: token)
    #expect(reply.status == 401)
    #expect(try reply.root["message"]?.string == "Invalid API token")
    #expect(try reply.root["truto_is_remote_error"] == nil)
    let request = try #require(server.requests.first)
    #expect(!request.isAuthorised)
    #expect(request.status == 401)
  }

  @Test func `other accounts, paths and methods are refused`() throws {
    let server = try Sample.server()
    let account = try server.get(
      "/unified/conversational-intelligence/users?integrated_account_id=other")
    #expect(account.status == 404)
    #expect(try account.root["truto_is_remote_error"] == nil)
    #expect(try server.get("/unified/conversational-intelligence/meetings").status == 404)
    #expect(try server.get("/").status == 404)
    #expect(
      try server.get("/unified/conversational-intelligence/users", method: "POST").status == 405)
    #expect(
      try server.get("/unified/conversational-intelligence/users", method: "DELETE").status == 405)
  }
}
