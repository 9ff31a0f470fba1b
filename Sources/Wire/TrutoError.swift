package import Records

/// An error response of Truto's unified API, read as far as it can be.
package struct TrutoError: Equatable, Sendable {
  /// The HTTP status of the response.
  package let status: Int
  /// The server's own words: one harmless line of at most 160 characters, or nothing.
  package let message: String
  /// The fault is the provider's behind Truto, not Truto's own.
  package let isRemote: Bool
  /// The query parameters that Truto says the request lacks; empty when it names none.
  package let missingParameters: [String]
  /// The scopes that Truto says the token lacks; empty when it names none.
  package let missingScopes: [String]
  private let speaksOfNoRecords: Bool

  /// Reads what it can of a body, which need not be JSON.
  package init(status: Int, body: [UInt8]) {
    self.status = status
    guard let root = try? JSONDocument.of(body).root, root.kind == .object else {
      (isRemote, speaksOfNoRecords, missingParameters, missingScopes) = (false, false, [], [])
      message = RemoteText.excerpt(TrutoError.words(of: body))
      return
    }
    isRemote = root["truto_is_remote_error"]?.bool == true
    let insight = root["truto_error_insight"]
    missingParameters = TrutoError.texts(insight?["missing_required_query_parameters"]?["value"])
    missingScopes = TrutoError.texts(insight?["forbidden_error"]?["value"]?["missing_scopes"])
    // The message may be empty; then the provider's own words are the next best.
    let words = [root["message"], root["raw_response"]].compactMap(TrutoError.words)
    message = RemoteText.excerpt(words.first ?? "")
    speaksOfNoRecords = words.contains { $0.lowercased().contains("no stats") }
  }

  private static func texts(_ list: JSONValue?) -> [String] {
    list?.elements.compactMap(\.scalarText) ?? []
  }

  /// A text as it is, anything else as JSON; nil for nothing.
  private static func words(of value: JSONValue?) -> String? {
    guard let value, !value.isNull else { return nil }
    let words = value.string ?? value.text
    return words.isEmpty ? nil : words
  }

  /// What a body says that is not one of the API's error objects.
  private static func words(of body: [UInt8]) -> String {
    do throws(WireError) {
      if let text = try JSONDocument.of(body).root.string { return text }
    } catch {
      if case .webPage(let title) = error { return title.map { "a web page “\($0)”" } ?? "" }
    }
    return String(decoding: body.prefix(4096), as: UTF8.self)
  }

  /// Whether this says that there is nothing for the period, which is no error. Gong answers 404
  /// for it; a 404 of Truto itself means that the route or the account is wrong.
  package var meansNoRecords: Bool {
    status == 404 && isRemote && speaksOfNoRecords
  }

  /// What it means to a person.
  package var failure: Failure {
    let whose = isRemote ? "The provider" : "Truto"
    switch status {
    case 401 where isRemote:
      return Failure(
        .disconnected,
        "Gong refused the connection: reconnect the Gong account in Truto\(detail()).")
    case 401:
      return Failure(
        .credentials,
        "Truto refused the token: check TRUTO_API_TOKEN or TRUTO_API_TOKEN_FILE\(detail()).")
    case 403:
      let scopes = RemoteText.excerpt(missingScopes.joined(separator: ", "))
      let missing = scopes.isEmpty ? "" : ": missing \(scopes)"
      return Failure(
        .forbidden,
        "The account may not read this\(missing); grant it in Truto\(detail(beside: scopes)).")
    case 404:
      return Failure(
        .notFound,
        "There is no such account or resource for this token: check the integrated account id"
          + "\(detail()).")
    case 429:
      return Failure(
        .rateLimited, "\(whose) limits requests just now\(detail()): wait a little and try again.")
    case 503:
      return Failure(
        .blocked, "The integrated account is blocked: contact Truto support\(detail()).")
    case 408, 500...599:
      return Failure(
        .server,
        "The server failed with status \(status)\(detail()); it may pass, try again later.")
    case 400 where !missingParameters.isEmpty:
      let missing = RemoteText.excerpt(missingParameters.joined(separator: ", "))
      return Failure(
        .rejected,
        "The request lacks \(missing)\(detail(beside: missing)): a newer version of Rapport may"
          + " send it.")
    default:
      return Failure(
        .rejected,
        "\(whose) rejected the request with status \(status)\(detail()): check the range, and the"
          + " account in Truto.")
    }
  }

  /// The message in brackets, as far as there is room for it beside other words of the server.
  private func detail(beside others: String = "") -> String {
    let room = RemoteText.limit - others.unicodeScalars.count
    guard !message.isEmpty, room > 0 else { return "" }
    return " (\(RemoteText.excerpt(message, limit: room)))"
  }
}
