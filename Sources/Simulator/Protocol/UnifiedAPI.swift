import Records
import Wire

/// The protocol without the network: what Truto's unified API answers to a request about the team.
struct UnifiedAPI: Sendable {
  let team: SimulatedTeam
  let options: SimulatorOptions

  private static let root = "/unified/conversational-intelligence/"

  func answer(_ request: HTTPRequest, fault: Fault?) -> Answer {
    var violations: [String] = []
    let isAuthorised = request.authorization == "Bearer \(options.token)"
    let response: HTTPResponse
    do throws(Refusal) {
      if let account = CapabilitiesAPI.account(in: request.path) {
        response = try CapabilitiesAPI(options: options).respond(account, request, fault)
      } else {
        let list = try list(of: request)
        guard isAuthorised else { throw .unauthorized }
        let query = try ListQuery(list, request, team: team, options: options)
        violations = query.violations
        response = try respond(list, query, fault, at: request.at)
      }
    } catch {
      response = error.response
      if let violation = error.violation { violations.append(violation) }
    }
    return Answer(response: response, isAuthorised: isAuthorised, violations: violations)
  }

  private func list(of request: HTTPRequest) throws(Refusal) -> UnifiedList {
    guard request.path.hasPrefix(UnifiedAPI.root),
      let list = UnifiedList(rawValue: String(request.path.dropFirst(UnifiedAPI.root.count)))
    else { throw Refusal(404, "Cannot \(request.method) \(request.path)") }
    guard request.method == "GET" else {
      throw Refusal(405, "\(list.rawValue) can only be listed")
    }
    return list
  }

  private func respond(
    _ list: UnifiedList, _ query: ListQuery, _ fault: Fault?, at now: Timestamp
  ) throws(Refusal) -> HTTPResponse {
    if let refusal = fault?.refusal(of: list, at: now) { throw refusal }
    if let page = fault?.webPage { return page }
    let rows = query.skipsCall ? SimulatedPage() : SimulatedPage(team, list, query)
    if list == .interactions, rows.records.isEmpty, query.cursor == nil, !query.skipsCall {
      throw .noStats
    }
    var writer = PageWriter(
      team: team, list: list, query: query, fault: fault, secret: options.providerSecret)
    writer.write(rows.marred(by: fault, query))
    var response = HTTPResponse(status: 200, body: writer.bytes)
    response.isChunked = query.format == .stream
    if fault == .stall { response.delivery = .stalled }
    if fault == .cutBody { response.delivery = .cut }
    return response
  }
}
