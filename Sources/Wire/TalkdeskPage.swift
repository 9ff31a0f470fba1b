package import Records

/// Reads the list of conversations of Talkdesk's API.
package enum TalkdeskPage {
  /// A page of conversations. One that cannot be read is left out and named in `skipped`, and so is
  /// a message of one.
  package static func conversations(
    _ body: [UInt8]
  ) throws(WireError) -> Page<Conversation> {
    let root = try JSONDocument.of(body).root
    guard let list = list(in: root) else {
      throw .unexpectedShape("it has no “_embedded.interactions”")
    }
    var records: [Conversation] = []
    var skipped: [String] = []
    for (index, value) in list.enumerated() {
      let place = "record \(index + 1) of the page"
      guard let reader = ConversationReader(value) else {
        skipped.append("\(place) is not an object")
        continue
      }
      records.append(reader.result)
      skipped += reader.unreadable.map { "message \($0) of \(place) is not an object" }
    }
    return Page(
      records: named(records), nextCursor: try nextCursor(root), skipped: skipped)
  }

  /// Envelopes of this kind (HAL) may leave out `_embedded` when there is nothing in it.
  private static func list(in root: JSONValue) -> [JSONValue]? {
    let embedded = root["_embedded"] ?? root
    if let list = embedded["interactions"] {
      return list.kind == .array ? Array(list.elements) : list.isNull ? [] : nil
    }
    return root["_links"] == nil ? nil : []
  }

  /// Nil on the last page. Of the link only the cursor counts: it leads to another host, which is
  /// none of ours. A link that cannot be followed must not pass for the end.
  private static func nextCursor(_ root: JSONValue) throws(WireError) -> String? {
    guard let next = root["_links"]?["next"], !next.isNull else { return nil }
    guard let link = next.kind == .object ? next["href"] : next, !link.isNull else { return nil }
    guard let text = link.string else { throw .unexpectedShape("its next link is not a text") }
    if text.isEmpty { return nil }
    guard let cursor = cursor(in: text) else {
      throw .unexpectedShape("its next link has no cursor")
    }
    return cursor
  }

  /// The cursor as it was before it was put into the link: its escapes are undone once, and a `+`
  /// stays a `+`.
  private static func cursor(in link: String) -> String? {
    guard let mark = link.firstIndex(of: "?") else { return nil }
    let query = link[link.index(after: mark)...].prefix { $0 != "#" }
    for parameter in query.split(separator: "&") where parameter.hasPrefix("cursor=") {
      let cursor = PercentEncoding.decode(String(parameter.dropFirst("cursor=".count)))
      return cursor.isEmpty ? nil : cursor
    }
    return nil
  }

  /// The conversations with the names of agents that other parts of the page have.
  private static func named(_ conversations: [Conversation]) -> [Conversation] {
    var names: [String: String] = [:]
    for agent in conversations.flatMap(\.everyAgent) where names[agent.id] == nil {
      names[agent.id] = agent.name
    }
    guard !names.isEmpty else { return conversations }
    return conversations.map { conversation in
      var conversation = conversation
      for index in conversation.agents.indices where conversation.agents[index].name == nil {
        conversation.agents[index].name = names[conversation.agents[index].id]
      }
      for index in conversation.messages.indices where conversation.messages[index].agentName == nil
      {
        conversation.messages[index].agentName =
          conversation.messages[index].agentID.flatMap { names[$0] }
      }
      return conversation
    }
  }
}
