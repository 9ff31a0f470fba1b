/// What the simulator can do wrong on demand, by the name that the command line takes.
package enum Fault: String, CaseIterable, Hashable, Sendable {
  case unauthorized
  case needsReauth = "needs-reauth"
  case forbidden
  case notFound = "not-found"
  case noStats = "no-stats"
  case rateLimit = "rate-limit"
  case rateLimitDate = "rate-limit-date"
  case serverError = "server-error"
  case badGateway = "bad-gateway"
  case unavailable
  case stall
  case cutBody = "cut-body"
  case html
  case invalidUTF8 = "invalid-utf8"
  case badRecord = "bad-record"
  case emptyPage = "empty-page"
  case loop
  case duplicate
  case partial
  case oddDate = "odd-date"
  case bigID = "big-id"
  case numberStrings = "number-strings"
  case unknownPeriod = "unknown-period"
  case extraFields = "extra-fields"

  /// What it does, in a sentence.
  package var help: String {
    switch self {
    case .unauthorized: "401: the token is refused."
    case .needsReauth: "401 of the provider: the account has to be connected again."
    case .forbidden: "403 of the provider, naming the scopes that are missing."
    case .notFound: "404: the integrated account is unknown."
    case .noStats: "404 of the provider: it has no stats for the period."
    case .rateLimit: "429 of the provider with Retry-After in seconds."
    case .rateLimitDate: "429 of the provider with Retry-After as a date."
    case .serverError: "500 with an empty message and a raw response in plain text."
    case .badGateway: "502 with a page of HTML."
    case .unavailable: "503: the integrated account is blocked."
    case .stall: "The headers and half of the body, then silence."
    case .cutBody: "Half of the body, then the connection is closed."
    case .html: "200 with a page of HTML in place of JSON."
    case .invalidUTF8: "A user's name has bytes that are not UTF-8."
    case .badRecord: "The page's first record has no user id."
    case .emptyPage: "A page without records whose cursor leads to the records."
    case .loop: "A cursor that leads to itself for ever."
    case .duplicate: "The page's last record comes again on the next page."
    case .partial: "A partial response: half of the records are missing, and that is said."
    case .oddDate: "Times end in T000:00:00, as in an example of the provider."
    case .bigID: "The ids are numbers of up to 20 digits in place of strings."
    case .numberStrings: "The metrics are numbers in strings."
    case .unknownPeriod: "The aggregation period is one that is not documented."
    case .extraFields: "Records have fields and metrics that are not documented."
    }
  }
}
