import Records
import Wire

/// What Truto says of the integrated account itself.
struct CapabilitiesAPI: Sendable {
  private static let root = "/integrated-account/"
  private static let end = "/capabilities"
  private static let model = "conversational-intelligence"

  let options: SimulatorOptions

  /// The account that a path asks about; nil when the path is of another kind.
  static func account(in path: String) -> String? {
    guard path.hasPrefix(root), path.hasSuffix(end), path.count > root.count + end.count else {
      return nil
    }
    return String(path.dropFirst(root.count).dropLast(end.count))
  }

  func respond(
    _ account: String, _ request: HTTPRequest, _ fault: Fault?
  ) throws(Refusal) -> HTTPResponse {
    guard request.method == "GET" else { throw Refusal(405, "Capabilities can only be read") }
    guard request.authorization == "Bearer \(options.token)" else { throw .unauthorized }
    for parameter in request.parameters where parameter.name != "type" {
      throw .violation("“\(parameter.name)” is not a parameter of capabilities.")
    }
    guard request.parameters.map(\.value) == ["unified"] else {
      throw .violation("type is not “unified”.")
    }
    guard account == options.integratedAccount else {
      throw Refusal(404, "Integrated account not found")
    }
    if let page = fault?.webPage { return page }
    if let fault, !fault.isOfTheAccount, let refusal = fault.refusal(of: .users, at: request.at) {
      throw refusal
    }
    var response = HTTPResponse(status: 200, body: body(fault))
    if fault == .stall { response.delivery = .stalled }
    if fault == .cutBody { response.delivery = .cut }
    return response
  }

  private func body(_ fault: Fault?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("integration")
    json.beginObject()
    json.member("id", "7c1f0d52-6a4e-4b0c-9d55-3f6f0a3c8b1e")
    json.member("name", "gong")
    json.member("label", "Gong")
    json.member("category", CapabilitiesAPI.model)
    json.endObject()
    json.key("unified")
    json.beginArray()
    for list in [UnifiedList.interactions, .activity, .users] { write(list, to: &json) }
    json.endArray()
    json.key("account")
    json.beginObject()
    json.member("id", options.integratedAccount)
    json.member("status", fault == .needsReauth ? "needs_reauth" : "active")
    json.member("authentication_method", "oauth2")
    json.key("is_blocked")
    json.bool(fault == .unavailable)
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private func write(_ list: UnifiedList, to json: inout JSONWriter) {
    json.beginObject()
    json.member("model", CapabilitiesAPI.model)
    json.member("model_label", "Conversational Intelligence")
    json.member("resource", list.rawValue)
    json.member("description", "The account's \(list.rawValue).")
    json.member(
      "docs_url",
      "https://truto.one/docs/api-reference/unified-conversational-intelligence-api/\(list.rawValue)"
    )
    json.key("methods")
    json.beginArray()
    json.string("list")
    if list == .users { json.string("get") }
    json.endArray()
    json.key("env_overridden")
    json.bool(false)
    json.endObject()
  }
}

extension Fault {
  /// Whether it lies behind Truto, which then says so of the account instead of failing itself.
  fileprivate var isOfTheAccount: Bool {
    [.needsReauth, .unavailable, .forbidden, .noStats].contains(self)
  }
}
