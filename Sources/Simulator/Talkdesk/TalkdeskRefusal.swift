import Records
import Wire

/// An error of Talkdesk's, with the body that it documents.
struct TalkdeskRefusal: Error {
  let status: Int
  let code: String
  let message: String
  /// What is wrong with which parameter.
  var fields: [(name: String, description: String)] = []
  var retryAfter: String?
  /// What the request did against the protocol.
  var violation: String?

  /// A request that cannot be understood, for one parameter of it.
  static func query(_ name: String, _ description: String) -> TalkdeskRefusal {
    TalkdeskRefusal(
      status: 400, code: "1904000", message: "Invalid query parameters. (Bad Request)",
      fields: [(name, description)], violation: "\(name): \(description)")
  }

  static let unauthenticated = TalkdeskRefusal(
    status: 401, code: "1904010", message: "The provided JWT is not valid. (Unauthenticated)")

  static let forbidden = TalkdeskRefusal(
    status: 403, code: "1904030",
    message: "The required scope is not present in the JWT. (Forbidden)")

  static func notFound(_ path: String) -> TalkdeskRefusal {
    TalkdeskRefusal(status: 404, code: "1904040", message: "There is no \(path). (Not Found)")
  }

  static func tooMany(retryAfter: String) -> TalkdeskRefusal {
    TalkdeskRefusal(
      status: 429, code: "0012001", message: Fault.tooMany, retryAfter: retryAfter)
  }

  var response: HTTPResponse {
    var json = JSONWriter()
    json.beginObject()
    json.member("code", code)
    json.member("message", message)
    if !fields.isEmpty {
      json.key("fields")
      json.beginArray()
      for field in fields {
        json.beginObject()
        json.member("name", field.name)
        json.member("description", field.description)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    return HTTPResponse(status: status, retryAfter: retryAfter, body: json.bytes)
  }
}

/// A refusal of the token URL (RFC 6749 §5.2).
struct TokenRefusal: Error {
  let status: Int
  let error: String
  let description: String
  var retryAfter: String?
  /// What the request did against the protocol.
  var violation: String?

  static let client = TokenRefusal(
    status: 401, error: "invalid_client", description: "Client authentication failed")

  static func scope(_ scope: String) -> TokenRefusal {
    TokenRefusal(
      status: 400, error: "invalid_scope", description: "The scope \(scope) is not allowed")
  }

  static func violation(_ sentence: String) -> TokenRefusal {
    TokenRefusal(
      status: 400, error: "invalid_request", description: sentence, violation: sentence)
  }

  static func tooMany(retryAfter: String) -> TokenRefusal {
    TokenRefusal(
      status: 429, error: "slow_down", description: Fault.tooMany, retryAfter: retryAfter)
  }

  var response: HTTPResponse {
    var json = JSONWriter()
    json.beginObject()
    json.member("error", error)
    json.member("error_description", description)
    json.endObject()
    return HTTPResponse(status: status, retryAfter: retryAfter, body: json.bytes)
  }
}

extension Fault {
  /// The error that a fault of the list answers with; nil for faults of another kind.
  func talkdeskRefusal(at now: Timestamp) -> TalkdeskRefusal? {
    switch self {
    case .unauthorized, .needsReauth: .unauthenticated
    case .forbidden: .forbidden
    case .notFound: .notFound("such account")
    case .rateLimit: .tooMany(retryAfter: "1")
    case .rateLimitDate: .tooMany(retryAfter: Fault.httpDate(now + 2))
    case .serverError: .init(status: 500, code: "1905000", message: "")
    case .unavailable: .init(status: 503, code: "1905030", message: "Service Unavailable")
    default: nil
    }
  }

  /// The error that a fault of the token URL answers with; nil for faults of another kind.
  func tokenRefusal(at now: Timestamp) -> TokenRefusal? {
    switch self {
    case .unauthorized, .needsReauth: .client
    case .forbidden: .scope(TalkdeskOptions.readScope)
    case .notFound: .init(status: 404, error: "not_found", description: "No such account")
    case .rateLimit: .tooMany(retryAfter: "1")
    case .rateLimitDate: .tooMany(retryAfter: Fault.httpDate(now + 2))
    case .serverError: .init(status: 500, error: "server_error", description: "")
    case .unavailable:
      .init(status: 503, error: "temporarily_unavailable", description: "Come back later")
    default: nil
    }
  }
}
