package import Records

/// An error response of Talkdesk's API, read as far as it can be.
package struct TalkdeskError: Equatable, Sendable {
  /// The HTTP status of the response.
  package let status: Int
  /// Talkdesk's own code, as in `1904000`; nil when there is none.
  package let code: String?
  /// The server's own words, the fields that it names included: one harmless line of at most 160
  /// characters, or nothing.
  package let message: String
  /// What was asked for.
  private let scope: TalkdeskScope

  /// Reads what it can of a body, which need not be JSON.
  package init(status: Int, body: [UInt8], scope: TalkdeskScope = .conversations) {
    self.status = status
    self.scope = scope
    let document: JSONDocument
    do throws(WireError) {
      document = try JSONDocument.of(body)
    } catch {
      code = nil
      if case .webPage(let title) = error {
        message = title.map { "a web page “\($0)”" } ?? ""
      } else {
        message = RemoteText.excerpt(String(decoding: body.prefix(4096), as: UTF8.self))
      }
      return
    }
    let root = document.root
    let code = RemoteText.excerpt(root["code"]?.scalarText ?? "", limit: 20)
    self.code = code.isEmpty ? nil : code
    let fields = root["fields"]?.elements.compactMap(TalkdeskError.words) ?? []
    let words = [root["message"]?.string, root["description"]?.string] + fields
    message = RemoteText.excerpt(
      words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  /// What is wrong with a field, by its name.
  private static func words(of field: JSONValue) -> String? {
    let words = [field["name"]?.scalarText, field["description"]?.string].compactMap { $0 }
    return words.isEmpty ? field.string : words.joined(separator: ": ")
  }

  /// What it means to a person.
  package var failure: Failure {
    switch status {
    case 400:
      Failure(
        .rejected,
        "Talkdesk does not understand the request\(detail): choose another range; if it stays so, a"
          + " newer version of Rapport may ask better.")
    case 401:
      Failure(
        .credentials,
        "Talkdesk refused the token\(detail): check TALKDESK_CLIENT_ID and TALKDESK_CLIENT_SECRET,"
          + " and that the base URL and the token URL are of the same region.")
    case 403:
      Failure(
        .forbidden,
        "The client may not read \(scope.things)\(detail): grant it the scope"
          + " \(scope.rawValue) in Talkdesk.")
    case 404:
      Failure(
        .notFound, "There are no \(scope.things) at this address\(detail): check the base URL.")
    case 429:
      Failure(
        .rateLimited, "Talkdesk limits requests just now\(detail): wait a little and try again.")
    case 408, 500...599:
      Failure(
        .server, "Talkdesk failed with status \(status)\(detail); it may pass, try again later.")
    default:
      Failure(
        .rejected,
        "Talkdesk rejected the request with status \(status)\(detail): check the base URL and the"
          + " range.")
    }
  }

  private var detail: String {
    let words = [code, message.isEmpty ? nil : message].compactMap { $0 }
    return words.isEmpty ? "" : " (\(words.joined(separator: " ")))"
  }
}
