/// An HTTP server on this machine that speaks Truto's unified API and Talkdesk's API over one
/// made-up team.
package final class SimulatorServer: Sendable {
  /// The port it listens on.
  package let port: UInt16
  private let listener: HTTPListener
  private let reception: Reception

  /// Listens on 127.0.0.1 from now on; port 0 takes any that is free.
  package init(
    team: SimulatedTeam, options: SimulatorOptions = SimulatorOptions(), port: UInt16 = 0
  ) throws(SimulatorError) {
    let reception = Reception(team: team, options: options)
    let listener = try HTTPListener(port: port) { request, wait in
      let response = reception.receive(request)
      if options.delay > 0 { wait(options.delay) }
      return response
    }
    self.listener = listener
    self.reception = reception
    self.port = listener.port
  }

  deinit { stop() }

  /// What requests begin with, without a slash at the end.
  package var baseURL: String { "http://127.0.0.1:\(port)" }

  /// Where Talkdesk's tokens are given.
  package var tokenURL: String { baseURL + TalkdeskAPI.tokenPath }

  /// Ends all connections and frees the port; returns when that is done. Stopping twice does no
  /// harm.
  package func stop() {
    if reception.close() { listener.stop() }
  }

  /// Says how the next requests fail, one by one, nil for a good answer; after them the options
  /// hold again.
  package func script(_ faults: [Fault?]) { reception.script(faults) }

  /// Ends all of Talkdesk's tokens that were given out, before their time.
  package func revokeTokens() { reception.revokeTokens() }

  /// The requests that were answered, oldest first; of very many, the newest ten thousand at least.
  package var requests: [SimulatedRequest] { reception.requests }

  /// What requests did against the protocol, a sentence each, oldest first.
  package var violations: [String] { reception.violations }
}
