import Records

/// What is looked at of an account of Talkdesk.
extension Diagnosis {
  mutating func check(_ talkdesk: DoctorFacts.Talkdesk) {
    let failure = talkdesk.conversations?.failure
    if failure?.kind == .misconfigured, let failure {
      add("configuration", .failed(.configuration), failure.sentence)
    } else {
      add(
        "configuration", .ok,
        "Talkdesk at \(talkdesk.baseURL), with tokens from \(talkdesk.tokenURL).")
    }
    checkCredentials(talkdesk)
    checkReach(talkdesk)
    checkScopes(talkdesk)
    checkClock()
    let zone = facts.chosenZone
    add(
      "time zone", .ok,
      zone.map { "Days are counted in \($0), as chosen; Talkdesk states no zone." }
        ?? "Days are counted in \(facts.systemZone), this machine's zone: Talkdesk states none.")
  }

  private mutating func checkCredentials(_ talkdesk: DoctorFacts.Talkdesk) {
    if let problem = talkdesk.credentialsProblem {
      return add("token", .failed(.configuration), problem)
    }
    guard let answer = talkdesk.conversations else {
      return add(
        "token", .ok, "The client has an id and a secret; nobody was asked whether they are valid.")
    }
    if let failure = answer.failure, failure.kind == .credentials {
      return add("token", .failed(.credentials), failure.sentence)
    }
    let isAccepted = answer.failure.map { $0.kind == .forbidden || $0.kind == .notFound } ?? true
    add(
      "token", .ok,
      isAccepted
        ? "The client has an id and a secret, and Talkdesk accepts them."
        : "The client has an id and a secret; whether they are valid could not be seen.")
  }

  private mutating func checkReach(_ talkdesk: DoctorFacts.Talkdesk) {
    guard let answer = talkdesk.conversations else {
      if facts.isOffline { add("server", .warning, "It was not asked, because of --offline.") }
      return
    }
    switch answer.failure?.kind {
    case nil:
      add("server", .ok, "It answered in \(Int((answer.seconds * 1000).rounded())) ms.")
    case .unreachable:
      add("server", .failed(.unreachable), answer.failure?.sentence ?? "")
    case .rateLimited: add("server", .warning, answer.failure?.sentence ?? "")
    case .notFound: add("server", .failed(.configuration), answer.failure?.sentence ?? "")
    case .credentials, .forbidden, .misconfigured: break
    default: add("server", .failed(.failed), answer.failure?.sentence ?? "")
    }
  }

  /// Conversations are what everything is made of; users only give names.
  private mutating func checkScopes(_ talkdesk: DoctorFacts.Talkdesk) {
    if let failure = talkdesk.conversations?.failure, failure.kind == .forbidden {
      add("scope", .failed(.credentials), failure.sentence)
    } else if let answer = talkdesk.conversations, answer.failure == nil {
      add("scope", .ok, "Conversations can be read.")
    }
    guard let users = talkdesk.users else { return }
    if let failure = users.failure {
      add("names", .warning, "Users without a name show as ids. \(failure.sentence)")
    } else {
      add("names", .ok, "The list of users can be read.")
    }
  }
}
