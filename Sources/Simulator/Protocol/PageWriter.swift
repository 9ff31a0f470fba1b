import Records
import Wire

/// Writes a page in the envelope of a unified list.
struct PageWriter {
  let team: SimulatedTeam
  let list: UnifiedList
  let query: ListQuery
  let fault: Fault?
  /// The provider's credentials.
  let secret: String
  /// The bounds of the span as records state them.
  let times: (start: String, end: String)
  var writer = JSONWriter()

  init(
    team: SimulatedTeam, list: UnifiedList, query: ListQuery, fault: Fault?, secret: String
  ) {
    self.team = team
    self.secret = secret
    self.list = list
    self.query = query
    self.fault = fault
    let span = query.span ?? team.history
    times = (PageWriter.time(span.start, team, fault), PageWriter.time(span.end, team, fault))
  }

  var bytes: [UInt8] { writer.bytes }

  /// The envelope of the unified list, with the debug block where that is asked for.
  mutating func writeEnvelope(_ page: SimulatedPage) {
    writer.beginObject()
    writer.key("result")
    if let field = query.keyField {
      writeKeyed(page, by: field)
    } else {
      writer.beginArray()
      for (number, record) in page.records.enumerated() { write(record, isFirst: number == 0) }
      writer.endArray()
    }
    writer.key("next_cursor")
    writer.optional(page.next?.text)
    writer.key("prev_cursor")
    writer.null()
    writer.key("result_count")
    writer.integer(page.records.count)
    if page.isPartial {
      writer.key("is_partial_response")
      writer.bool(true)
    }
    if query.format == .debug {
      writer.key("debug")
      if query.skipsCall { writer.null() } else { writeDebug(page) }
    }
    writer.endObject()
  }

  /// Of several records with the same key the last one stays, at the place of the first.
  private mutating func writeKeyed(_ page: SimulatedPage, by field: String) {
    var keys: [String] = []
    var latest: [String: Int] = [:]
    for (number, record) in page.records.enumerated() {
      let key = scalar(field, of: team.users[record.index])
      if latest.updateValue(number, forKey: key) == nil { keys.append(key) }
    }
    writer.beginObject()
    for key in keys {
      guard let number = latest[key] else { continue }
      writer.key(key)
      write(page.records[number], isFirst: number == 0)
    }
    writer.endObject()
  }

  private func scalar(_ field: String, of member: SimulatedUser) -> String {
    switch field {
    case "id": member.user.id
    case "name": member.user.name ?? ""
    case "timezone": team.zone.name
    case "aggregation_period": period
    case "start_time": times.start
    case "end_time": times.end
    case "created_at": list == .users ? member.user.createdAt ?? "" : times.end
    default: list == .users ? member.user.updatedAt ?? "" : times.end
    }
  }

  private var period: String { fault == .unknownPeriod ? "quarter" : "total" }

  mutating func write(_ record: SimulatedPage.Record, isFirst: Bool) {
    let member = team.users[record.index]
    writer.beginObject()
    defer { writer.endObject() }
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
    if opens("aggregation_period") { writer.string(period) }
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
