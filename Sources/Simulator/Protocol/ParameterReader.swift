/// Sorts the parameters of a query by what the documentation says of them, and refuses the rest.
struct ParameterReader {
  private(set) var scalars: [String: String] = [:]
  private(set) var excluded: [String] = []
  private(set) var userIDs: [String] = []

  private static let common: Set<String> = [
    "integrated_account_id", "limit", "next_cursor", "truto_response_format", "truto_key_by",
    "truto_ignore_limit", "truto_ignore_remote_data", "truto_skip_api_call",
  ]

  /// The most users that one request may name: of more, the API's parser makes no list.
  private static let mostUsers = 20

  init(_ parameters: [SimulatedRequest.Parameter], _ list: UnifiedList) throws(Refusal) {
    let names = ParameterReader.common.union(
      list.resource == nil ? [] : ["start_time", "end_time"])
    for parameter in parameters {
      let keys = ParameterReader.keys(parameter.name)
      switch (keys.first, keys.count) {
      case ("users", 3) where list.resource != nil && keys[2] == "id":
        guard keys[1] == String(userIDs.count) else {
          throw .violation("\(parameter.name) is not users[\(userIDs.count)][id].")
        }
        userIDs.append(parameter.value)
      case ("truto_exclude_fields", 2): excluded.append(parameter.value)
      case ("remote_query", 2...): continue
      case (let name?, 1) where names.contains(name):
        guard scalars.updateValue(parameter.value, forKey: name) == nil else {
          throw .violation("\(name) was sent twice.")
        }
      default: throw .violation("“\(parameter.name)” is not a parameter of \(list.rawValue).")
      }
    }
    guard userIDs.count <= ParameterReader.mostUsers else {
      throw .violation("\(userIDs.count) users were named; up to 20 can be.")
    }
  }

  /// Refuses a query without the parameters that the list cannot do without.
  func require(_ list: UnifiedList) throws(Refusal) {
    let required =
      ["integrated_account_id"] + (list.resource == nil ? [] : ["start_time", "end_time"])
    let missing = required.filter { scalars[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      throw Refusal(
        400, "Missing required query parameters: \(names)",
        insight: Refusal.Insight(
          key: "missing_required_query_parameters",
          description: "The request lacks query parameters that the method requires.",
          values: missing),
        violation: "Required parameters are missing: \(names).")
    }
  }

  /// A parameter that is true or false; false when it was not sent.
  func flag(_ name: String) throws(Refusal) -> Bool {
    switch scalars[name] {
    case nil, "false": return false
    case "true": return true
    case let value?: throw .violation("\(name) is “\(value)”, not true or false.")
    }
  }

  /// `users[0][id]` as `users`, `0`, `id`; a name whose brackets do not match as it is.
  private static func keys(_ name: String) -> [String] {
    guard let bracket = name.firstIndex(of: "["), name.hasSuffix("]") else { return [name] }
    let inner = name[name.index(after: bracket)...].dropLast()
    let keys = inner.split(separator: "][", omittingEmptySubsequences: false).map(String.init)
    return keys.contains { $0.contains { "[]".contains($0) } }
      ? [name] : [String(name[..<bracket])] + keys
  }
}
