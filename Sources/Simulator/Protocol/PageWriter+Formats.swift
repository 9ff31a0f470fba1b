import Records
import Wire

extension PageWriter {
  /// The page in the format that is asked for.
  ///
  /// Truto documents the envelope, and the block of `debug` by its fields' names. Of `raw` it says
  /// no more than that it is the provider's own response, of `normalized` that the unified mappings
  /// are applied, and of `stream` that the body is streamed. So here `raw` is Gong's documented
  /// body without an envelope, its cursor being the one to go on with; `normalized` is as
  /// `unified`; and a stream is a record a line, in a body of no stated length.
  mutating func write(_ page: SimulatedPage) {
    switch query.format {
    case .unified, .normalized, .debug: writeEnvelope(page)
    case .raw: writeRemote(page)
    case .stream:
      for (number, record) in page.records.enumerated() {
        write(record, isFirst: number == 0)
        writer.newline()
      }
    }
  }

  /// Gong's answer.
  private mutating func writeRemote(_ page: SimulatedPage) {
    writer.beginObject()
    writer.key("requestId")
    writer.string(PageWriter.requestID)
    writer.key("records")
    writer.beginObject()
    writer.key("totalRecords")
    writer.integer(team.users.count)
    writer.key("currentPageSize")
    writer.integer(page.records.count)
    writer.key("currentPageNumber")
    writer.integer((query.cursor?.position ?? 0) / max(1, min(query.limit, team.users.count)))
    if let next = page.next {
      writer.key("cursor")
      writer.string(next.text)
    }
    writer.endObject()
    writer.key(list.remoteName)
    writer.beginArray()
    for record in page.records {
      writer.beginObject()
      writer.remoteData(of: team.users[record.index], list, record.values)
      writer.endObject()
    }
    writer.endArray()
    if list != .users {
      writer.key("timeZone")
      writer.string(team.zone.name)
      writer.key("fromDateTime")
      writer.string(times.start)
      writer.key("toDateTime")
      writer.string(times.end)
    }
    writer.endObject()
  }

  /// What Truto asked Gong, and what that answered.
  mutating func writeDebug(_ page: SimulatedPage) {
    writer.beginObject()
    writer.key("requestUrl")
    writer.string("https://api.gong.io\(list.remotePath)")
    writer.key("requestOptions")
    writeRequest()
    writer.key("data")
    writeRemote(page)
    writer.key("responseHeaders")
    writer.beginObject()
    writer.key("content-type")
    writer.string("application/json;charset=UTF-8")
    writer.key("set-cookie")
    writer.beginArray()
    writer.string("AWSALB=\(secret); Path=/")
    writer.endArray()
    writer.endObject()
    writer.key("nextCursor")
    writer.optional(page.next?.text)
    writer.key("isLooping")
    writer.bool(page.next != nil && page.next == query.cursor)
    writer.key("isEmptyResult")
    writer.bool(page.records.isEmpty)
    writer.key("resultCount")
    writer.integer(page.records.count)
    writer.endObject()
  }

  private mutating func writeRequest() {
    writer.beginObject()
    writer.key("method")
    writer.string(list == .users ? "GET" : "POST")
    writer.key("headers")
    writer.beginObject()
    writer.key("Authorization")
    writer.string("Basic \(secret)")
    writer.key("Content-Type")
    writer.string("application/json")
    writer.endObject()
    if let span = query.span {
      writer.key("body")
      writer.beginObject()
      writer.key("filter")
      writer.beginObject()
      writer.key("fromDate")
      writer.string(span.start.text)
      writer.key("toDate")
      writer.string(span.end.text)
      if let ids = query.userIDs {
        writer.key("userIds")
        writer.beginArray()
        for id in ids { writer.string(id) }
        writer.endArray()
      }
      writer.endObject()
      writer.endObject()
    }
    writer.endObject()
  }

  private static let requestID = "4al018gzaztcr8nbukw"
}

extension UnifiedList {
  /// Where Gong has it.
  fileprivate var remotePath: String {
    switch self {
    case .interactions: "/v2/stats/interaction"
    case .activity: "/v2/stats/activity/aggregate"
    case .users: "/v2/users"
    }
  }

  /// What Gong calls the list in its answer.
  fileprivate var remoteName: String {
    switch self {
    case .interactions: "peopleInteractionStats"
    case .activity: "usersAggregateActivityStats"
    case .users: "users"
    }
  }
}
