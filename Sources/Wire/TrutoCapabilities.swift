package import Records

/// Reads what Truto says an integrated account can do.
package enum TrutoCapabilities {
  /// The path with its query.
  package static func path(of integratedAccount: String) -> String {
    "/integrated-account/\(PercentEncoding.encode(integratedAccount))/capabilities?type=unified"
  }

  /// The model whose resources Rapport reads.
  private static let model = "conversational-intelligence"

  /// The capabilities of a body, bare or in a `result`.
  package static func read(_ body: [UInt8]) throws(WireError) -> AccountCapabilities {
    let document = try JSONDocument.of(body).root
    let root = document["result"] ?? document
    guard let account = root["account"], account.kind == .object else {
      throw .unexpectedShape("it has no “account”")
    }
    var capabilities = AccountCapabilities()
    capabilities.integration = root["integration"].flatMap { integration in
      (integration["label"]?.string ?? integration["name"]?.string).map { RemoteText.excerpt($0) }
    }
    capabilities.status = account["status"]?.string.map { RemoteText.excerpt($0) }
    capabilities.isBlocked = account["is_blocked"]?.bool == true
    for entry in root["unified"].map({ Array($0.elements) }) ?? [] {
      guard entry["model"]?.string == model, let resource = entry["resource"]?.string,
        entry["methods"]?.elements.contains(where: { $0.string == "list" }) == true
      else { continue }
      capabilities.listed.insert(resource)
    }
    return capabilities
  }
}
