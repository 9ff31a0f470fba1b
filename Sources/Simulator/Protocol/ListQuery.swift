import Records
import Wire

/// What the unified API lists.
enum UnifiedList: String {
  case interactions, activity, users

  /// The resource whose records it lists; nil for users.
  var resource: Resource? { Resource(rawValue: rawValue) }

  /// The fields of a record that are neither an object nor a list.
  var scalarFields: [String] {
    let common = ["id", "created_at", "updated_at"]
    return switch self {
    case .interactions: common + ["start_time", "end_time", "aggregation_period", "timezone"]
    case .activity: common + ["start_time", "end_time", "aggregation_period"]
    case .users: common + ["name"]
    }
  }
}

/// A query of a list, understood.
struct ListQuery {
  /// The days that are asked for; nil for a list of users.
  private(set) var span: DaySpan?
  /// The only users that are asked for; nil for all.
  private(set) var userIDs: [String]?
  private(set) var limit: Int
  private(set) var cursor: PageCursor?
  /// The digest of a cursor for this query.
  let digest: UInt64
  private(set) var hasRemoteData = true
  private(set) var format = ResponseFormat.unified
  /// The field that the result is an object by; nil for a list.
  private(set) var keyField: String?
  /// The provider is not asked.
  private(set) var skipsCall = false
  /// Fields that records are to be without.
  private(set) var excluded: Set<String> = []
  /// What was done against the protocol without being refused.
  private(set) var violations: [String] = []

  /// Reads the parameters of a request, as strictly as the documentation allows.
  init(
    _ list: UnifiedList, _ request: HTTPRequest, team: SimulatedTeam, options: SimulatorOptions
  ) throws(Refusal) {
    let reader = try ParameterReader(request.parameters, list)
    try reader.require(list)
    guard reader.scalars["integrated_account_id"] == options.integratedAccount else {
      throw Refusal(404, "Integrated account not found")
    }
    digest = PageCursor.digest(
      path: request.path, parameters: request.parameters, seed: team.seed)
    limit = options.pageSize
    try readFormat(reader, list)
    try readLimit(reader, options)
    hasRemoteData = try !reader.flag("truto_ignore_remote_data")
    skipsCall = try reader.flag("truto_skip_api_call")
    excluded = Set(reader.excluded)
    userIDs = reader.userIDs.isEmpty ? nil : reader.userIDs
    if list.resource != nil { span = try readSpan(reader, team) }
    try readCursor(reader)
  }

  private mutating func readFormat(
    _ reader: ParameterReader, _ list: UnifiedList
  ) throws(Refusal) {
    if let text = reader.scalars["truto_response_format"] {
      guard let format = ResponseFormat(rawValue: text) else {
        throw .violation("truto_response_format is “\(text)”, which does not exist.")
      }
      self.format = format
    }
    guard let field = reader.scalars["truto_key_by"] else { return }
    guard list.scalarFields.contains(field) else {
      throw Refusal(
        400, "The simulator keys the result of \(list.rawValue) by a scalar field only.")
    }
    keyField = field
  }

  /// Streams are not paged unless that is asked for.
  private mutating func readLimit(
    _ reader: ParameterReader, _ options: SimulatorOptions
  ) throws(Refusal) {
    limit = format == .stream ? .max : options.pageSize
    guard let text = reader.scalars["limit"] else { return }
    guard let asked = Int(text), asked > 0 else {
      throw .violation("limit is “\(text)”, not a whole number above zero.")
    }
    if try !reader.flag("truto_ignore_limit") { limit = min(asked, limit) }
  }

  private mutating func readCursor(_ reader: ParameterReader) throws(Refusal) {
    guard let text = reader.scalars["next_cursor"] else { return }
    guard !text.isEmpty else {
      violations.append("next_cursor is empty; a first page is asked for without it.")
      return
    }
    guard let cursor = PageCursor(text: text), cursor.digest == digest else {
      throw .remote(
        400, "Invalid cursor",
        violation: "next_cursor was not given for this query, or was not escaped.")
    }
    self.cursor = cursor
  }

  private mutating func readSpan(
    _ reader: ParameterReader, _ team: SimulatedTeam
  ) throws(Refusal) -> DaySpan {
    let start = try day("start_time", reader, team)
    let end = try day("end_time", reader, team)
    guard end <= team.today else {
      throw .remote(
        400, "toDate must not exceed the current day",
        violation: "end_time is later than today, \(team.today.text).")
    }
    guard start < end else {
      throw .remote(
        400, "fromDate must be before toDate", violation: "end_time is not after start_time.")
    }
    return DaySpan(start, end)
  }

  /// The calendar date as it is written, which is all that Gong keeps of a time.
  private mutating func day(
    _ name: String, _ reader: ParameterReader, _ team: SimulatedTeam
  ) throws(Refusal) -> Day {
    let text = reader.scalars[name] ?? ""
    guard !text.contains(" ") else {
      throw .violation("\(name) has a space, as of a + that was not escaped.")
    }
    guard text.contains("T"), let time = WrittenTime(text) else {
      throw .violation("\(name) is “\(text)”, not a date-time of ISO 8601.")
    }
    if time.timestamp != team.zone.start(of: time.day) {
      violations.append("\(name) is \(text), not a midnight in \(team.zone.name).")
    }
    return time.day
  }
}
