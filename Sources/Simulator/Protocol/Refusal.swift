import Wire

/// An error of the unified API, with the body that it documents.
struct Refusal: Error {
  /// `truto_error_insight`: a key and what it names.
  struct Insight {
    let key: String
    let description: String
    /// The key that the values stand under; nil when they are the value themselves.
    var valueKey: String?
    let values: [String]
  }

  let status: Int
  let message: String
  var insight: Insight?
  /// What the provider behind the API said, as JSON; nil when the fault is not the provider's.
  var rawResponse: String?
  var retryAfter: String?
  /// What the request did against the protocol.
  var violation: String?

  init(
    _ status: Int, _ message: String, insight: Insight? = nil, rawResponse: String? = nil,
    retryAfter: String? = nil, violation: String? = nil
  ) {
    self.status = status
    self.message = message
    self.insight = insight
    self.rawResponse = rawResponse
    self.retryAfter = retryAfter
    self.violation = violation
  }

  /// A request that goes against the protocol.
  static func violation(_ sentence: String) -> Refusal {
    Refusal(400, sentence, violation: sentence)
  }

  /// An error that the provider found; Gong's own shape in the raw response.
  static func remote(
    _ status: Int, _ message: String, insight: Insight? = nil, retryAfter: String? = nil,
    violation: String? = nil
  ) -> Refusal {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("requestId")
    writer.string("4al018gzaztcr8nbukw")
    writer.key("errors")
    writer.beginArray()
    writer.string(message)
    writer.endArray()
    writer.endObject()
    return Refusal(
      status, message, insight: insight, rawResponse: String(decoding: writer.bytes, as: UTF8.self),
      retryAfter: retryAfter, violation: violation)
  }

  var response: HTTPResponse {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("statusCode")
    writer.integer(status)
    writer.key("error")
    writer.string(reason)
    writer.key("message")
    writer.string(message)
    if let rawResponse {
      writer.key("truto_is_remote_error")
      writer.bool(true)
      writer.key("raw_response")
      writer.raw(rawResponse)
    }
    if let insight { write(insight, &writer) }
    writer.endObject()
    return HTTPResponse(status: status, retryAfter: retryAfter, body: writer.bytes)
  }

  private func write(_ insight: Insight, _ writer: inout JSONWriter) {
    writer.key("truto_error_insight")
    writer.beginObject()
    writer.key(insight.key)
    writer.beginObject()
    writer.key("description")
    writer.string(insight.description)
    if !insight.values.isEmpty {
      writer.key("value")
      if let key = insight.valueKey {
        writer.beginObject()
        writer.key(key)
      }
      writer.beginArray()
      for value in insight.values { writer.string(value) }
      writer.endArray()
      if insight.valueKey != nil { writer.endObject() }
    }
    writer.endObject()
    writer.endObject()
  }

  private var reason: String {
    switch status {
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 429: "Too Many Requests"
    case 503: "Service Unavailable"
    default: "Internal Server Error"
    }
  }
}
