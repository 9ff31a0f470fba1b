import Records

/// A request as it came over HTTP.
struct HTTPRequest: Sendable {
  let at: Timestamp
  let method: String
  let path: String
  let parameters: [SimulatedRequest.Parameter]
  /// The value of the `Authorization` header.
  let authorization: String?
  /// The value of the `Host` header.
  var host: String?
  /// What came as HTTP Basic.
  var login: Login?
  /// The body as a form, unescaped.
  var form: [SimulatedRequest.Parameter] = []
}

/// What goes back over HTTP.
struct HTTPResponse: Sendable {
  /// How the body is sent.
  enum Delivery { case whole, cut, stalled }

  var status: Int
  var contentType = "application/json; charset=utf-8"
  var retryAfter: String?
  var body: [UInt8]
  var delivery = Delivery.whole
  /// The length is not stated beforehand.
  var isChunked = false
}

/// A response, and what there is to say about the request.
struct Answer {
  var response: HTTPResponse
  var isAuthorised = false
  /// What the request did against the protocol, a sentence each.
  var violations: [String] = []
}
