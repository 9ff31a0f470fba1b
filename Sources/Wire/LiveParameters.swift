/// The forms in which Truto gives a list.
package enum ResponseFormat: String, CaseIterable, Sendable {
  case unified, raw, normalized, stream, debug
}

/// What a script may ask of Truto's list endpoints beyond the period, as their documentation names
/// it. What is not said is not sent.
package struct LiveParameters: Equatable, Sendable {
  /// The form of the answer; nil leaves it to Truto.
  package var format: ResponseFormat?
  /// The field that the records are to be keyed by.
  package var keyBy: String?
  /// Whether Truto is told to ignore the limit, `truto_ignore_limit`.
  package var ignoresLimit = false
  /// Whether the provider's own copy of each record is left out, `truto_ignore_remote_data`.
  package var ignoresRemoteData = false
  /// The fields that Truto leaves out of each record.
  package var excludedFields: [String] = []
  /// What Truto passes on to the provider as it is.
  package var remoteQuery: [RemoteParameter] = []
  /// The most records of a page; nil leaves it to Truto.
  package var limit: Int?
  /// Where the page starts, from the answer before it; nil for the first one.
  package var cursor: String?
  /// Whether Truto is told not to call the provider, `truto_skip_api_call`.
  package var skipsCall = false
  /// Ids, at most ``mostUsers``; nobody means everyone.
  package var users: [String] = []

  /// Parameters that ask for nothing beyond the period.
  package init() {}

  /// The users that one request may name: of more, the API's parser makes no list.
  package static let mostUsers = 20
}

/// A parameter for the provider behind Truto, which passes it on as it is.
package struct RemoteParameter: Equatable, Sendable {
  /// The path of keys to the value.
  package let keys: [String]
  /// The text of the value, not yet percent-encoded.
  package let value: String

  /// Reads `K=V`, where K is a name, or a path as `a.b` or `a[b]`; within brackets a dot is a part of
  /// the name, and empty ones at the end make a list. Nil when it is none of this.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let keys = RemoteParameter.keys(of: parts[0]) else { return nil }
    self.keys = keys
    value = String(parts[1])
  }

  private static func keys(of path: Substring) -> [String]? {
    let bracket = path.firstIndex(of: "[") ?? path.endIndex
    let plain = path[..<bracket]
    var keys: [Substring] =
      plain.isEmpty && bracket < path.endIndex
      ? [] : plain.split(separator: ".", omittingEmptySubsequences: false)
    guard !keys.contains("") else { return nil }
    var rest = path[bracket...]
    while let end = rest.firstIndex(of: "]"), rest.first == "[" {
      keys.append(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    }
    guard rest.isEmpty, !keys.isEmpty, !keys.dropLast().contains(""), keys != [""],
      !keys.contains(where: { $0.contains("[") || $0.contains("]") })
    else { return nil }
    return keys.map(String.init)
  }
}

extension TrutoQuery {
  /// Adds what a script asks for. Objects become `a[b]`, lists `a[]`, and users, who are a list of
  /// objects, `users[0][id]`: the one form that servers read as such.
  package mutating func add(_ live: LiveParameters) {
    for (index, id) in live.users.enumerated() { append("users[\(index)][id]", id) }
    append("truto_response_format", live.format?.rawValue)
    append("truto_key_by", live.keyBy)
    append("truto_ignore_limit", live.ignoresLimit ? "true" : nil)
    append("truto_ignore_remote_data", live.ignoresRemoteData ? "true" : nil)
    for field in live.excludedFields { append("truto_exclude_fields[]", field) }
    for parameter in live.remoteQuery {
      append("remote_query" + parameter.keys.map { "[\($0)]" }.joined(), parameter.value)
    }
    append("truto_skip_api_call", live.skipsCall ? "true" : nil)
    append("limit", live.limit.map(String.init))
    follow(live.cursor)
  }
}
