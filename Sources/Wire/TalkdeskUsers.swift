package import Records

/// Talkdesk's list of users, from which the names of agents come.
package enum TalkdeskUsers {
  /// The path without the query.
  package static let path = "/users"
  /// The most that Talkdesk gives at once.
  private static let pageSize = 200

  /// One page of the list; the first one without a cursor, which here is the number of a page.
  package static func path(after cursor: String?) -> String {
    let query = PercentEncoding.query([
      ("page", cursor ?? "1"), ("per_page", String(pageSize)),
    ])
    return "\(path)?\(query)"
  }

  /// A page of users. One that cannot be read is left out and named in `skipped`.
  package static func page(
    _ body: [UInt8], after cursor: String?
  ) throws(WireError) -> Page<User> {
    let root = try JSONDocument.of(body).root
    guard let list = (root["_embedded"] ?? root)["users"], list.kind == .array else {
      throw .unexpectedShape("it has no “_embedded.users”")
    }
    var users: [User] = []
    var skipped: [String] = []
    for (index, value) in list.elements.enumerated() {
      if let user = user(value) {
        users.append(user)
      } else {
        skipped.append("user \(index + 1) of the page has no “id”")
      }
    }
    let isLast = users.isEmpty && skipped.isEmpty || !hasNext(root, number: cursor)
    return Page(
      records: users, nextCursor: isLast ? nil : String((cursor.flatMap(Int.init) ?? 1) + 1),
      skipped: skipped)
  }

  /// Whether the answer says that there is a page after this one, by its link or by its count of pages.
  private static func hasNext(_ root: JSONValue, number: String?) -> Bool {
    if let next = root["_links"]?["next"] { return !next.isNull }
    guard let pages = root["total_pages"]?.lenientNumber?.double else { return false }
    return pages > Double(number ?? "1") ?? 1
  }

  private static func user(_ value: JSONValue) -> User? {
    guard value.kind == .object, let id = value["id"]?.scalarText, !id.isEmpty else { return nil }
    let address = value["email"]?.string ?? ""
    return User(
      id: id, name: value["name"]?.string.flatMap { $0.isEmpty ? nil : $0 },
      emails: address.isEmpty ? [] : [User.Email(address: address, isPrimary: nil)],
      createdAt: value["created_at"]?.string, updatedAt: value["updated_at"]?.string)
  }
}
