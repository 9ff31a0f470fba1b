import Records
import Simulator
import Testing
import Wire

@Suite struct FormatTests {
  private func format(_ name: String) throws -> [(String, String)] {
    try Sample.span(7) + [("truto_response_format", name)]
  }

  @Test func `raw is the body of the provider, which has its own way to page`() throws {
    let server = try Sample.server { $0.pageSize = 10 }
    let reply = try server.list("interactions", format("raw"))
    let root = try reply.root
    #expect(
      root.members.map(\.key) == [
        "requestId", "records", "peopleInteractionStats", "timeZone", "fromDateTime", "toDateTime",
      ])
    #expect(root["peopleInteractionStats"]?.elements.map { $0 }.count == 10)
    let cursor = try #require(root["records"]?["cursor"]?.string)
    let next = try server.list("interactions", format("raw") + [("next_cursor", cursor)])
    #expect(next.status == 200)
    #expect(try next.root["records"]?["currentPageNumber"]?.number == .integer(1))
    #expect(try server.list("activity", format("raw")).root["usersAggregateActivityStats"] != nil)
    #expect(try server.list("users", [("truto_response_format", "raw")]).root["users"] != nil)
    #expect(server.violations == [])
  }

  @Test func `normalized has the envelope and records of unified`() throws {
    let server = try Sample.server()
    let unified = try server.list("activity", format("unified"))
    #expect(try server.list("activity", format("normalized")).body == unified.body)
  }

  @Test func `a stream is a record a line in chunks, all pages at once`() throws {
    let server = try Sample.server(users: 150) { $0.pageSize = 20 }
    let reply = try server.list("activity", format("stream"))
    #expect(reply.headers["transfer-encoding"] == "chunked")
    #expect(reply.headers["content-length"] == nil)
    let unified = try server.pages("activity", Sample.span(7)).flatMap { try $0.ids }
    let text = reply.text
    #expect(unified.count > 100)
    #expect(unified.allSatisfy { text.contains("{\"id\":\"\($0)\"") })
  }

  @Test func `debug shows the request with its credentials, the provider's body and its headers`()
    throws
  {
    let server = try Sample.server {
      $0.pageSize = 10
      $0.providerSecret = "s3cr3t"
    }
    let reply = try server.list("interactions", format("debug"))
    let debug = try #require(try reply.root["debug"])
    #expect(
      debug.members.map(\.key) == [
        "requestUrl", "requestOptions", "data", "responseHeaders", "nextCursor", "isLooping",
        "isEmptyResult", "resultCount",
      ])
    #expect(debug["requestOptions"]?["headers"]?["Authorization"]?.string == "Basic s3cr3t")
    #expect(debug["requestOptions"]?["body"]?["filter"]?["fromDate"]?.string == "2026-11-13")
    #expect(debug["responseHeaders"]?["set-cookie"]?.text.contains("s3cr3t") == true)
    let raw = try server.list("interactions", format("raw")).root["peopleInteractionStats"]
    #expect(debug["data"]?["peopleInteractionStats"]?.text == raw?.text)
    #expect(debug["nextCursor"]?.string == (try reply.cursor))
    #expect(debug["resultCount"]?.number == .integer(10))
    #expect(try reply.records.count == 10)
  }

  @Test func `without a call there is nothing to show in debug`() throws {
    let server = try Sample.server()
    let reply = try server.list("activity", format("debug") + [("truto_skip_api_call", "true")])
    #expect(try reply.root["debug"]?.isNull == true)
    #expect(try reply.records.isEmpty)
  }

  @Test(arguments: ["id", "start_time", "timezone", "aggregation_period", "updated_at"])
  func `a result keyed by a field that is the same for all holds the last one`(field: String) throws
  {
    let server = try Sample.server()
    let all = try server.list("interactions", Sample.span(7))
    let keyed = try server.list("interactions", Sample.span(7) + [("truto_key_by", field)])
    let members = try #require(try keyed.root["result"]).members.map { $0 }
    #expect(members.count == (field == "id" ? try all.ids.count : 1))
    #expect(members.last?.value["id"]?.string == (try all.ids.last))
    #expect(members.allSatisfy { $0.value[field]?.string == $0.key })
  }
}
