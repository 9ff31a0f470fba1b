import Records
import Simulator
import Testing
import Wire

@Suite struct FaultTests {
  /// What an activity or interactions request gets under a fault.
  private func reply(_ fault: Fault, _ list: String = "interactions") throws -> Reply {
    let server = try Sample.server()
    server.script([fault])
    return try server.list(list, Sample.span(30))
  }

  @Test(arguments: Fault.allCases)
  func `every fault can be described and found by its name`(fault: Fault) {
    #expect(fault.help.hasSuffix("."))
    #expect(Fault(rawValue: fault.rawValue) == fault)
    #expect(fault.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
  }

  @Test(
    arguments: [
      (.unauthorized, 401, false), (.needsReauth, 401, true), (.forbidden, 403, true),
      (.notFound, 404, false), (.noStats, 404, true), (.rateLimit, 429, true),
      (.rateLimitDate, 429, true), (.serverError, 500, true), (.unavailable, 503, false),
    ] as [(Fault, Int, Bool)])
  func `errors have the documented body`(fault: Fault, status: Int, isRemote: Bool) throws {
    let reply = try reply(fault)
    #expect(reply.status == status)
    #expect(try reply.root["statusCode"]?.number == .integer(Int64(status)))
    #expect(try reply.root["error"]?.string?.isEmpty == false)
    #expect(try reply.root["message"]?.string?.isEmpty == (fault == .serverError))
    #expect(try reply.root["truto_is_remote_error"]?.bool == (isRemote ? true : nil))
    #expect(try (reply.root["raw_response"] != nil) == isRemote)
  }

  @Test func `missing scopes are named`() throws {
    let value = try reply(.forbidden, "activity").root["truto_error_insight"]?["forbidden_error"]?[
      "value"]
    #expect(
      value?["missing_scopes"]?.elements.compactMap(\.string) == ["api:stats:user-actions"])
  }

  @Test func `too many requests say when to come again, in seconds or as a date`() throws {
    #expect(try reply(.rateLimit).headers["retry-after"] == "1")
    let date = try #require(try reply(.rateLimitDate).headers["retry-after"])
    #expect(date.count == 29)
    #expect(date.hasSuffix(" GMT"))
  }

  @Test(arguments: [(Fault.badGateway, 502), (.html, 200)])
  func `a proxy answers in HTML`(fault: Fault, status: Int) throws {
    let reply = try reply(fault)
    #expect(reply.status == status)
    #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
    #expect(reply.text.hasPrefix("<html>"))
  }

  @Test func `a cut body ends in the middle`() throws {
    let reply = try reply(.cutBody)
    #expect(reply.status == 200)
    #expect(reply.isCut)
    #expect(reply.body.count > 1000)
    #expect(throws: JSONError.self) { try reply.root }
  }

  @Test func `a stalled body stops in the middle until the server stops`() throws {
    let server = try Sample.server()
    server.script([.stall])
    let target = PercentEncoding.url(
      base: "", path: "/unified/conversational-intelligence/users",
      query: [("integrated_account_id", "demo")])
    let exchange = try Exchange(server, target, method: "GET", token: "demo-token")
    var bytes: [UInt8] = []
    while bytes.count <= 1000, let piece = exchange.read() { bytes += piece }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("HTTP/1.1 200 OK"))
    server.stop()
    while let piece = exchange.read() { bytes += piece }
    #expect(!String(decoding: bytes, as: UTF8.self).hasSuffix("}"))
  }

  @Test func `bytes that are not UTF-8 are in a name`() throws {
    for list in ["interactions", "users"] {
      let server = try Sample.server()
      server.script([.invalidUTF8])
      let reply = try server.list(list, list == "users" ? [] : Sample.span(30))
      #expect(String(validating: reply.body, as: UTF8.self) == nil)
      #expect(reply.text.contains("\"name\":\"Zo\u{FFFD}(\u{FFFD} Lopes\""))
    }
  }

  @Test func `a bad record lacks the id of its user, the others do not`() throws {
    let users = try reply(.badRecord).records.map { $0["user"]?["id"]?.string }
    #expect(users[0] == nil)
    #expect(!users.dropFirst().contains(nil))
  }

  @Test(arguments: [Fault.emptyPage, .duplicate, .partial])
  func `faults of paging come to an end even if they always happen`(fault: Fault) throws {
    let server = try Sample.server {
      $0.pageSize = 10
      $0.faults = [fault]
      $0.faultRate = 1
    }
    let pages = try server.pages("activity", Sample.span(30))
    let ids = try pages.flatMap { try $0.ids }
    let all = try Sample.server().list("activity", Sample.span(30)).ids
    switch fault {
    case .emptyPage:
      #expect(try pages[0].ids.isEmpty)
      #expect(ids == all)
    case .duplicate:
      #expect(try pages[1].ids.first == pages[0].ids.last)
      #expect(Set(ids) == Set(all))
      #expect(ids.count > all.count)
    default:
      #expect(try pages.allSatisfy { try $0.root["is_partial_response"]?.bool == true })
      #expect(ids.count < all.count)
    }
    #expect(server.violations == [])
  }

  @Test func `a looping cursor leads to itself`() throws {
    let server = try Sample.server { $0.pageSize = 10 }
    server.script([.loop])
    let first = try #require(try server.list("activity", Sample.span(7)).cursor)
    let second = try server.list("activity", Sample.span(7) + [("next_cursor", first)])
    #expect(try second.cursor == first)
    #expect(try second.records.count == 10)
  }

  @Test func `values take the odd forms that were seen or feared`() throws {
    let date = try #require(try reply(.oddDate).records[0]["start_time"]?.string)
    #expect(date.contains("T000:00:00+"))
    #expect(WrittenTime(date) != nil)
    let id = try #require(try reply(.bigID).records[0]["user"]?["id"])
    #expect(id.kind == .number)
    let metrics = try #require(try reply(.numberStrings).records[0]["metrics"])
    #expect(metrics.members.allSatisfy { $0.value.string.flatMap { Double($0) } != nil })
    #expect(try reply(.unknownPeriod).records[0]["aggregation_period"]?.string == "quarter")
    let extra = try reply(.extraFields).records[0]
    #expect(extra["metrics"]?["words_per_minute"] != nil)
    #expect(extra["coaching_score"] != nil)
    #expect(
      extra["additional_metrics"]?.elements.first { _ in true }?["name"]?.string == "talk_ratio")
  }

  @Test func `a script says which requests fail, and the next ones do not`() throws {
    let server = try Sample.server()
    server.script([nil, .rateLimit])
    server.script([.unavailable])
    let statuses = try (0..<5).map { _ in try server.list("users").status }
    #expect(statuses == [200, 429, 503, 200, 200])
    #expect(server.requests.map(\.fault) == [nil, .rateLimit, .unavailable, nil, nil])
  }

  @Test func `faults at a rate fall on the same requests every time`() throws {
    func statuses() throws -> [Int] {
      let server = try Sample.server {
        $0.faults = [.serverError, .unavailable]
        $0.faultRate = 0.4
      }
      return try (0..<40).map { _ in try server.list("users", [("limit", "1")]).status }
    }
    let first = try statuses()
    #expect(first == (try statuses()))
    #expect(Set(first) == [200, 500, 503])
    #expect((8...24).contains(first.count { $0 != 200 }))
  }
}
