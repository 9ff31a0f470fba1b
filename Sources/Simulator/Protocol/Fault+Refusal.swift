import Records

extension Refusal {
  static let unauthorized = Refusal(401, "Invalid API token")
  static let noStats = Refusal.remote(404, "No stats found for the specified period")
}

extension Fault {
  /// The error that a fault answers with; nil for faults of another kind.
  func refusal(of list: UnifiedList, at now: Timestamp) -> Refusal? {
    switch self {
    case .unauthorized: .unauthorized
    case .needsReauth: .remote(401, "The access token was revoked; the account needs reauth")
    case .forbidden: forbidden(list)
    case .notFound: Refusal(404, "Integrated account not found")
    case .noStats: .noStats
    case .rateLimit: .remote(429, Fault.tooMany, insight: Fault.limitInsight, retryAfter: "1")
    case .rateLimitDate:
      .remote(
        429, Fault.tooMany, insight: Fault.limitInsight, retryAfter: Fault.httpDate(now + 2))
    case .serverError:
      Refusal(500, "", rawResponse: "\"upstream connect error or disconnect before headers\"")
    case .unavailable: Refusal(503, "The integrated account is blocked")
    default: nil
    }
  }

  /// The page of a proxy that a fault answers with; nil for faults of another kind.
  var webPage: HTTPResponse? {
    switch self {
    case .badGateway: Fault.webPage(502, "502 Bad Gateway")
    case .html: Fault.webPage(200, "Sign in to the network")
    default: nil
    }
  }

  static let tooMany = "API rate limit exceeded"

  static let limitInsight = Refusal.Insight(
    key: "rate_limit_error", description: "The provider allows 3 requests a second.", values: [])

  private func forbidden(_ list: UnifiedList) -> Refusal {
    let scope =
      switch list {
      case .interactions: "api:stats:interaction"
      case .activity: "api:stats:user-actions"
      case .users: "api:users:read"
      }
    return .remote(
      403, "The token lacks a scope",
      insight: Refusal.Insight(
        key: "forbidden_error", description: "The account lacks scopes that the method needs.",
        valueKey: "missing_scopes", values: [scope]))
  }

  private static func webPage(_ status: Int, _ title: String) -> HTTPResponse {
    let text = """
      <html>\r
      <head><title>\(title)</title></head>\r
      <body><center><h1>\(title)</h1></center><hr><center>nginx</center></body>\r
      </html>\r

      """
    return HTTPResponse(
      status: status, contentType: "text/html; charset=utf-8", body: Array(text.utf8))
  }

  /// A date as headers have it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func httpDate(_ instant: Timestamp) -> String {
    let day = Zone.utc.day(of: instant)
    let (year, month, date) = day.civil
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let time = Zone.utc.text(of: instant).dropFirst(11).prefix(8)
    return "\(weekdays[day.weekday]), \(date < 10 ? "0" : "")\(date) \(months[month - 1]) \(year) "
      + "\(time) GMT"
  }
}
