import Records
import Wire

/// The protocol without the network: what Talkdesk answers to a request about the team.
struct TalkdeskAPI: Sendable {
  static let tokenPath = "/oauth/token"
  static let listPath = "/conversations/interactions"
  static let usersPath = "/users"
  /// Where the links to further pages lead, as Talkdesk's do: to another host and another path than
  /// those of the API. Nobody has any business there.
  static let trapPath = "/interactions"

  private let team: SimulatedTeam
  private let options: TalkdeskOptions
  let tokens: TokenDesk

  init(team: SimulatedTeam, options: TalkdeskOptions) {
    self.team = team
    self.options = options
    tokens = TokenDesk(options)
  }

  /// Nil for what is none of Talkdesk's paths.
  func answer(_ request: HTTPRequest, fault: Fault?) -> Answer? {
    switch request.path {
    case TalkdeskAPI.tokenPath: token(request, fault)
    case TalkdeskAPI.listPath:
      answer(request, fault, scope: TalkdeskOptions.readScope) { () throws(TalkdeskRefusal) in
        try list(request, fault)
      }
    case TalkdeskAPI.usersPath:
      answer(request, fault, scope: TalkdeskOptions.usersScope) { () throws(TalkdeskRefusal) in
        try UserPage(team, request.parameters).body
      }
    case TalkdeskAPI.trapPath: trap(request)
    default: nil
    }
  }

  /// The same server by another name.
  private static func trap(beside request: HTTPRequest) -> String {
    let port = (request.host ?? "").split(separator: ":").dropFirst().last ?? "80"
    return "http://localhost:\(port)\(trapPath)"
  }

  private func trap(_ request: HTTPRequest) -> Answer {
    let token = request.authorization == nil ? "" : " with a token"
    return Answer(
      response: HTTPResponse(status: 200, body: Array(#"{"_embedded":{"interactions":[]}}"#.utf8)),
      violations: ["The host of a next link was called\(token)."])
  }

  private func token(_ request: HTTPRequest, _ fault: Fault?) -> Answer {
    if let page = fault?.webPage { return Answer(response: page) }
    do throws(TokenRefusal) {
      if let refusal = fault?.tokenRefusal(at: request.at) { throw refusal }
      let response = try tokens.respond(request)
      return Answer(response: response.delivered(by: fault), isAuthorised: true)
    } catch {
      return Answer(response: error.response, violations: error.violation.map { [$0] } ?? [])
    }
  }

  private func list(
    _ request: HTTPRequest, _ fault: Fault?
  ) throws(TalkdeskRefusal) -> [UInt8] {
    let query = try TalkdeskListQuery(request.parameters, now: team.zone.start(of: team.today))
    let page = ConversationPage(team, query, size: options.pageSize).marred(by: fault, query)
    var writer = ConversationWriter(fault: fault)
    writer.write(page, linkingTo: TalkdeskAPI.trap(beside: request))
    return writer.bytes
  }

  /// What a list answers to who may read it.
  private func answer(
    _ request: HTTPRequest, _ fault: Fault?, scope: String,
    body: () throws(TalkdeskRefusal) -> [UInt8]
  ) -> Answer {
    if let page = fault?.webPage { return Answer(response: page) }
    let scopes = tokens.scopes(of: request)
    do throws(TalkdeskRefusal) {
      guard request.method == "GET" else { throw .notFound("\(request.method) of this list") }
      guard let scopes else { throw .unauthenticated }
      guard scopes.contains(scope) else { throw .forbidden }
      if let refusal = fault?.talkdeskRefusal(at: request.at) { throw refusal }
      let response = HTTPResponse(status: 200, body: try body())
      return Answer(response: response.delivered(by: fault), isAuthorised: true)
    } catch {
      return Answer(
        response: error.response, isAuthorised: scopes != nil,
        violations: error.violation.map { [$0] } ?? [])
    }
  }
}

extension HTTPResponse {
  /// The response as a fault of the connection delivers it.
  func delivered(by fault: Fault?) -> HTTPResponse {
    var response = self
    if fault == .stall { response.delivery = .stalled }
    if fault == .cutBody { response.delivery = .cut }
    return response
  }
}
