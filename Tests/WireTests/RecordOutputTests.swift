import Records
import Testing
import Wire

@Suite struct RecordOutputTests {
  private func json(_ record: Record) -> String {
    var writer = JSONWriter()
    RecordJSON.write(record, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (Samples.interactions, Resource.interactions), (Samples.activity, .activity),
    (Samples.odd, .interactions), (Samples.odd, .activity),
  ])
  func `records that are written read back as the same records`(
    body: String, resource: Resource
  ) throws {
    let records = try TrutoPage.records(bytes(body), of: resource).records
    #expect(!records.isEmpty)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("result")
    writer.beginArray()
    for record in records { RecordJSON.write(record, to: &writer) }
    writer.endArray()
    writer.endObject()
    let again = try TrutoPage.records(writer.bytes, of: resource)
    #expect(again == Page(records: records))
  }

  @Test func `users that are written read back as the same users`() throws {
    let body = bytes(
      #"{"result":[{"id":"1"},{"id":"2","name":"\u0000\n\"","emails":[{"email":"a@b"},{"email":"c@d","is_primary":true}],"#
        + #""created_at":"x","updated_at":"y"}]}"#)
    let users = try TrutoPage.users(body).records
    #expect(users.count == 2)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("results")
    writer.beginArray()
    for user in users { RecordJSON.write(user, to: &writer) }
    writer.endArray()
    writer.endObject()
    #expect(try TrutoPage.users(writer.bytes) == Page(records: users))
  }

  @Test func `a record has the API's own names and shape`() throws {
    let record = try #require(
      try TrutoPage.records(bytes(Samples.interactions), of: .interactions).records.first)
    #expect(
      json(record)
        == #"{"id":"234599484848423","user":{"id":"234599484848423","emails":[{"email":"test@test.com","is_primary":true}]},"#
        + #""start_time":"2019-01-20T00:00:00-08:00","end_time":"2019-01-21T00:00:00-08:00","timezone":"US/Pacific","#
        + #""aggregation_period":"total","metrics":{"patience":0.92,"interactivity":9.23,"question_rate":14.5,"#
        + #""longest_monologue":125,"longest_customer_story":95},"additional_metrics":[]}"#)
  }

  @Test func `what the provider left out is left out`() throws {
    let record = Record(
      resource: .activity, id: "1", user: User(id: "1"),
      values: [.integer(0)] + Array(repeating: nil, count: 14))
    #expect(
      json(record) == #"{"id":"1","user":{"id":"1","emails":[]},"metrics":{"calls_hosted":0}}"#)
  }

  @Test(arguments: [
    "0", "125", "-7", "0.92", "125.0", "1e+21", "9223372036854775807", "1e-07", "-0.0",
  ])
  func `a number is printed as it came`(number: String) throws {
    let record = try #require(try interaction(#""metrics":{"patience":\#(number)}"#))
    #expect(record[.metric(.patience)]?.text == number)
    #expect(json(record).contains(#""patience":\#(number)}"#))
    #expect(RecordCSV(resource: .interactions).line(record).contains(",\(number),"))
  }

  @Test func `the columns of interactions have their zone and the additional metrics asked for`() {
    let csv = RecordCSV(resource: .interactions, additional: ["talk ratio", "b,c"])
    #expect(
      csv.header
        == "id,user.id,user.name,user.emails,start_time,end_time,timezone,aggregation_period,"
        + "metrics.patience,metrics.interactivity,metrics.question_rate,metrics.longest_monologue,"
        + "metrics.longest_customer_story,additional_metrics.talk ratio,\"additional_metrics.b,c\","
        + "created_at,updated_at\r\n")
  }

  @Test func `the columns of activity are its fifteen counters`() {
    let columns = RecordCSV(resource: .activity).columns
    #expect(!columns.contains("timezone"))
    #expect(
      columns.filter { $0.hasPrefix("metrics.") }
        == Counter.allCases.map { "metrics.\($0.rawValue)" })
  }

  @Test func `a line has a cell for each column, empty for what is absent`() throws {
    let records = try TrutoPage.records(bytes(Samples.odd), of: .interactions).records
    let csv = RecordCSV(resource: .interactions, additional: ["none", "whole", "unheard of"])
    #expect(
      csv.line(records[0])
        == "r1,\"u,1\",\"O\"\"Neil, 李小龍\n\",a@b.c;d@e.f,,,,quarter,1.0,1e+21,-0.0,"
        + "9223372036854775807,,,12,,2026-11-20T00:00:00Z,\u{1B}[2J\r\n")
    #expect(
      csv.line(records[1])
        == "12345678901234567890,12345678901234567890,,,,,,,,,,,,,,,,\r\n")
    #expect(csv.columns.count == 18)
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), (" a ", " a "), ("a,b", "\"a,b\""), ("\"", "\"\"\"\""),
    ("a\"b\"", "\"a\"\"b\"\"\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
    ("a\r\nb", "\"a\r\nb\""), ("a;b", "a;b"), ("é李", "é李"),
    // A quote with a mark on it is one character of Swift's, and still a quote in the file.
    ("\"\u{301},", "\"\"\"\u{301},\""), ("\"\u{200D}x", "\"\"\"\u{200D}x\""),
    (",\u{301}", "\",\u{301}\""),
  ])
  func `a cell is quoted where it must be`(cell: String, expected: String) {
    #expect(Array(RecordCSV.line([cell, "x"]).utf8) == Array("\(expected),x\r\n".utf8))
  }
}
