import Records
import Wire

/// Writes a page in the envelope of a unified list.
struct PageWriter {
  let team: SimulatedTeam
  let list: UnifiedList
  let query: ListQuery
  let fault: Fault?
  /// The bounds of the span as records state them.
  private let times: (start: String, end: String)
  private var writer = JSONWriter()

  init(team: SimulatedTeam, list: UnifiedList, query: ListQuery, fault: Fault?) {
    self.team = team
    self.list = list
    self.query = query
    self.fault = fault
    let span = query.span ?? team.history
    times = (PageWriter.time(span.start, team, fault), PageWriter.time(span.end, team, fault))
  }

  var bytes: [UInt8] { writer.bytes }

  mutating func write(_ page: SimulatedPage) {
    writer.beginObject()
    writer.key("result")
    query.isKeyedByID ? writer.beginObject() : writer.beginArray()
    for (number, record) in page.records.enumerated() {
      if query.isKeyedByID { writer.key(team.users[record.index].user.id) }
      writer.beginObject()
      write(record, isFirst: number == 0)
      writer.endObject()
    }
    query.isKeyedByID ? writer.endObject() : writer.endArray()
    writer.key("next_cursor")
    if let next = page.next { writer.string(next.text) } else { writer.null() }
    writer.key("prev_cursor")
    writer.null()
    writer.key("result_count")
    writer.integer(page.records.count)
    if page.isPartial {
      writer.key("is_partial_response")
      writer.bool(true)
    }
    writer.endObject()
  }

  private mutating func write(_ record: SimulatedPage.Record, isFirst: Bool) {
    let member = team.users[record.index]
    if list == .users {
      writeUser(member, isFirst: isFirst)
    } else {
      writeStatistics(record, member, isFirst: isFirst)
    }
    if fault == .extraFields {
      if opens("coaching_score") { writer.double(0.75) }
      if opens("labels") { writer.raw(#"{"region":["EMEA",null],"tier":{"level":3}}"#) }
    }
    guard query.hasRemoteData else { return }
    if opens("remote_data") {
      writer.beginObject()
      writer.remoteData(of: member, list, record.values)
      writer.endObject()
    }
  }

  private mutating func writeUser(_ member: SimulatedUser, isFirst: Bool) {
    id("id", member.user.id)
    name(isFirst ? fault : nil, member.user.name)
    emails(member)
    if opens("created_at") { writer.optional(member.user.createdAt) }
    if opens("updated_at") { writer.optional(member.user.updatedAt) }
  }

  private mutating func writeStatistics(
    _ record: SimulatedPage.Record, _ member: SimulatedUser, isFirst: Bool
  ) {
    id("id", member.user.id)
    if keeps("user") {
      writer.key("user")
      writer.beginObject()
      if !(isFirst && fault == .badRecord) { id("id", member.user.id, always: true) }
      if isFirst, fault == .invalidUTF8 { name(fault, nil) }
      emails(member, always: true)
      writer.endObject()
    }
    if opens("start_time") { writer.string(times.start) }
    if opens("end_time") { writer.string(times.end) }
    if list == .interactions, opens("timezone") { writer.string(team.zone.name) }
    if opens("aggregation_period") { writer.string(fault == .unknownPeriod ? "quarter" : "total") }
    if opens("metrics") { writer.metrics(list, record.values, fault) }
    if list == .interactions {
      if opens("additional_metrics") {
        writer.raw(fault == .extraFields ? #"[{"name":"talk_ratio","value":0.43}]"# : "[]")
      }
    }
    if opens("created_at") { writer.string(times.end) }
    if opens("updated_at") { writer.string(times.end) }
  }

  private func keeps(_ name: String) -> Bool { !query.excluded.contains(name) }

  /// Writes the key of a field unless the field is to be left out.
  private mutating func opens(_ name: String) -> Bool {
    guard keeps(name) else { return false }
    writer.key(name)
    return true
  }

  private mutating func id(_ key: String, _ id: String, always: Bool = false) {
    guard always || keeps(key) else { return }
    writer.key(key)
    fault == .bigID ? writer.raw(id) : writer.string(id)
  }

  private mutating func name(_ fault: Fault?, _ name: String?) {
    // A lead byte without its second one, and a byte that UTF-8 does not have.
    let invalid: [UInt8] = Array("\"Zo".utf8) + [0xC3, 0x28, 0xFF] + Array(" Lopes\"".utf8)
    guard opens("name") else { return }
    fault == .invalidUTF8 ? writer.raw(invalid) : writer.optional(name)
  }

  private mutating func emails(_ member: SimulatedUser, always: Bool = false) {
    guard always || keeps("emails") else { return }
    writer.key("emails")
    writer.beginArray()
    for email in member.user.emails {
      writer.beginObject()
      writer.key("email")
      writer.string(email.address)
      writer.key("is_primary")
      writer.bool(email.isPrimary ?? false)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func time(_ day: Day, _ team: SimulatedTeam, _ fault: Fault?) -> String {
    let text = team.zone.midnightText(day)
    return fault == .oddDate ? "\(text.prefix(11))000:00:00\(text.dropFirst(19))" : text
  }
}
