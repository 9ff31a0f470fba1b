import DataCore
import Glibc
import Records
import Simulator

/// `rapport simulate`: the simulator in the foreground until it is interrupted.
struct SimulateCommand {
  let invocation: Invocation
  let environment: [String: String]

  func run() throws(Stop) -> ExitCode {
    guard let text = invocation[.port] else {
      throw Stop(.usage, "Which port? Write --port 8080, or --port 0 for any that is free.")
    }
    guard let port = UInt16(text) else {
      throw Stop(.usage, "“\(text)” is no port: ports are numbers up to 65535.")
    }
    let zone = ZoneFiles.systemZone(environment: environment)
    let clock = try Clock(invocation, zone: zone)
    let team = SimulatedTeam(today: zone.day(of: clock.now()), zone: zone)
    let options = SimulatorOptions()
    let server: SimulatorServer
    do throws(SimulatorError) {
      server = try SimulatorServer(team: team, options: options, port: port)
    } catch {
      throw Stop(.failed, error.description)
    }
    Output.say("The simulator listens on \(server.baseURL); Ctrl-C ends it. Try it with")
    Output.say(
      "  TRUTO_API_TOKEN=\(options.token) rapport --integrated-account"
        + " \(options.integratedAccount) --base-url \(server.baseURL)")
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var received: Int32 = 0
    sigwait(&signals, &received)
    server.stop()
    return .fine
  }
}
