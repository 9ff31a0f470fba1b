package import Records

/// An error response of Truto's unified API, read as far as it can be.
package struct TrutoError: Equatable, Sendable {
  package let status: Int
  package let message: String
  /// The fault is the provider's behind Truto, not Truto's own.
  package let isRemote: Bool
  package let missingParameters: [String]
  package let missingScopes: [String]

  package init(status: Int, body: [UInt8]) {
    self.status = status
    guard let root = try? JSONDocument.of(body).root, root.kind == .object else {
      (isRemote, missingParameters, missingScopes) = (false, [], [])
      message = TrutoError.words(of: body)
      return
    }
    isRemote = root["truto_is_remote_error"]?.bool == true
    let insight = root["truto_error_insight"]
    missingParameters = TrutoError.texts(insight?["missing_required_query_parameters"]?["value"])
    missingScopes = TrutoError.texts(insight?["forbidden_error"]?["value"]?["missing_scopes"])
    let stated = root["message"]?.string ?? ""
    // The message may be empty; then the provider's own words are the next best.
    message =
      stated.isEmpty ? root["raw_response"].map { $0.string ?? $0.text } ?? "" : stated
  }

  private static func texts(_ list: JSONValue?) -> [String] {
    list?.elements.compactMap(\.scalarText) ?? []
  }

  /// The beginning of a body that is not JSON, on one line.
  private static func words(of body: [UInt8]) -> String {
    do throws(WireError) {
      _ = try JSONDocument.of(body)
      return ""
    } catch {
      if case .webPage(let title) = error { return title.map { "a web page “\($0)”" } ?? "" }
      let text = String(decoding: body.prefix(200), as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Whether this says that there is nothing for the period, which is no error. Gong answers 404
  /// for it; a 404 of Truto itself means that the route or the account is wrong.
  package var meansNoRecords: Bool {
    status == 404 && isRemote && message.lowercased().contains("no stats")
  }

  /// What it means to a person.
  package var failure: Failure {
    let detail = message.isEmpty ? "" : " (\(String(message.prefix(160))))"
    switch status {
    case 401 where isRemote:
      return Failure(
        .disconnected, "Gong refused the connection: reconnect the Gong account in Truto\(detail).")
    case 401:
      return Failure(
        .credentials, "Truto refused the token: check TRUTO_API_TOKEN\(detail).")
    case 403:
      let scopes =
        missingScopes.isEmpty ? "" : ": missing \(missingScopes.joined(separator: ", "))"
      return Failure(
        .forbidden, "The account may not read this\(scopes); grant it in Truto\(detail).")
    case 404:
      return Failure(
        .notFound,
        "There is no such account or resource for this token: check the integrated account id"
          + "\(detail).")
    case 429: return Failure(.rateLimited, "The provider limits requests just now\(detail).")
    case 503:
      return Failure(.blocked, "The integrated account is blocked: contact Truto support\(detail).")
    case 500, 502, 504, 408:
      return Failure(
        .server, "The server failed with status \(status)\(detail); it may pass, try again later.")
    case 400 where !missingParameters.isEmpty:
      return Failure(
        .rejected, "The request lacks \(missingParameters.joined(separator: ", "))\(detail).")
    default:
      let whose = isRemote ? "The provider" : "Truto"
      return Failure(
        .rejected, "\(whose) rejected the request with status \(status)\(detail).")
    }
  }
}
