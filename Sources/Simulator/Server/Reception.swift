import Records
internal import Synchronization

/// Numbers the requests, chooses their faults, and keeps the book on them.
final class Reception: Sendable {
  /// With more requests or violations than this the older half is forgotten.
  private static let mostKept = 20_000

  private struct State {
    var requests: [SimulatedRequest] = []
    var violations: [String] = []
    var script: ArraySlice<Fault?> = []
    var count = 0
    /// When the requests of the last second came.
    var recent: ArraySlice<Timestamp> = []
    var isClosed = false
  }

  private let unified: UnifiedAPI
  private let talkdesk: TalkdeskAPI
  private let state = Mutex(State())

  init(team: SimulatedTeam, options: SimulatorOptions) {
    unified = UnifiedAPI(team: team, options: options)
    talkdesk = TalkdeskAPI(team: team, options: options.talkdesk)
  }

  var requests: [SimulatedRequest] { state.withLock { $0.requests } }
  var violations: [String] { state.withLock { $0.violations } }

  func script(_ faults: [Fault?]) { state.withLock { $0.script += faults } }

  func revokeTokens() { talkdesk.tokens.revoke() }

  /// False when it was closed before.
  func close() -> Bool {
    state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
  }

  func receive(_ request: HTTPRequest) -> HTTPResponse {
    let fault = state.withLock { state in nextFault(&state, at: request.at) }
    let answer =
      talkdesk.answer(request, fault: fault) ?? unified.answer(request, fault: fault)
    state.withLock { state in
      state.requests.append(
        SimulatedRequest(
          at: request.at, method: request.method, path: request.path,
          parameters: request.parameters, isAuthorised: answer.isAuthorised,
          status: answer.response.status, fault: fault))
      state.violations += answer.violations
      Reception.trim(&state.requests)
      Reception.trim(&state.violations)
    }
    return answer.response
  }

  private func nextFault(_ state: inout State, at now: Timestamp) -> Fault? {
    state.count += 1
    if let limit = unified.options.requestsPerSecond {
      state.recent = state.recent.drop { now - $0 >= 1 }
      guard state.recent.count < limit else { return .rateLimit }
      state.recent.append(now)
    }
    if let scripted = state.script.popFirst() { return scripted }
    let faults = unified.options.faults
    var dice = Dice(unified.team.seed, state.count, 4)
    guard !faults.isEmpty, dice.unit() < unified.options.faultRate else { return nil }
    return faults[dice.index(below: faults.count)]
  }

  private static func trim<Element>(_ list: inout [Element]) {
    if list.count > mostKept { list.removeFirst(mostKept / 2) }
  }
}
