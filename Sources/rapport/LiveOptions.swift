import Wire

/// What the command line asks of Truto itself, past the cache.
struct LiveOptions: Equatable {
  /// All but the users, whose addresses have to be looked up first.
  let parameters: LiveParameters
  let followsCursors: Bool

  /// Nil when the command line has none of the options that make a request live.
  init?(_ invocation: Invocation) throws(Stop) {
    guard let asked = LiveOptions.asking.first(where: invocation.has) else {
      if invocation.has(.all) {
        throw Stop(
          .usage,
          "--all follows the cursors of live answers; say in which form, as in"
            + " --response-format unified.")
      }
      return nil
    }
    try LiveOptions.refuseOthers(invocation, beside: "--\(asked.rawValue)")
    var parameters = LiveParameters()
    parameters.format = try invocation.choice(.responseFormat)
    parameters.keyBy = invocation[.keyBy]
    parameters.ignoresLimit = invocation.has(.ignoreLimit)
    parameters.ignoresRemoteData = invocation.has(.ignoreRemoteData)
    parameters.excludedFields = (invocation.values[.excludeField] ?? []).flatMap {
      $0.split(separator: ",").map(String.init)
    }
    for text in invocation.values[.remoteQuery] ?? [] {
      guard let parameter = RemoteParameter(text) else {
        throw Stop(
          .usage, "“\(text)” is no parameter: write it as name=value, a.b=value or a[b]=value.")
      }
      parameters.remoteQuery.append(parameter)
    }
    parameters.limit = try LiveOptions.limit(invocation)
    parameters.cursor = invocation[.cursor]
    parameters.skipsCall = invocation.has(.skipCall)
    self.parameters = parameters
    followsCursors = invocation.has(.all)
    if followsCursors, parameters.format == .stream {
      throw Stop(
        .usage,
        "--all follows cursors, which a stream does not show; leave it out, or choose another"
          + " form.")
    }
  }

  /// The options that each make a request live.
  private static let asking: [Option] = [
    .responseFormat, .keyBy, .ignoreLimit, .ignoreRemoteData, .excludeField, .remoteQuery, .limit,
    .cursor, .skipCall,
  ]

  /// Refuses what has no meaning for an answer that is printed as it came.
  private static func refuseOthers(_ invocation: Invocation, beside asked: String) throws(Stop) {
    if invocation.has(.output), [.csv, .table].contains(try OutputFormat(invocation)) {
      throw Stop(
        .usage,
        "\(asked) prints the answer as it came, which is JSON: leave out -o, or leave out \(asked)."
      )
    }
    if invocation.has(.by) {
      throw Stop(
        .usage,
        "\(asked) makes one request for the whole range: leave out --by, or leave out \(asked).")
    }
    if invocation.has(.offline) {
      throw Stop(.usage, "\(asked) asks Truto now, and --offline asks nobody: leave out one.")
    }
    let users = invocation.userNames?.count ?? 0
    if users > 0, invocation.command == .users {
      throw Stop(
        .usage, "Truto's list of users cannot be narrowed: leave out --user, or leave out \(asked)."
      )
    }
    if users > LiveParameters.mostUsers {
      throw Stop(
        .usage,
        "Truto takes at most \(LiveParameters.mostUsers) users in a request, and these are"
          + " \(users): ask for fewer at a time, or for everyone.")
    }
  }

  private static func limit(_ invocation: Invocation) throws(Stop) -> Int? {
    guard let text = invocation[.limit] else { return nil }
    guard let limit = Int(text), limit > 0 else {
      throw Stop(.usage, "“\(text)” is no limit: write a whole number above 0.")
    }
    return limit
  }
}
