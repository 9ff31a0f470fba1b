import Canvas
import Configuration
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
    let team = SimulatedTeam(
      users: try number(.users, upTo: 100_000) ?? 48, days: try number(.days, upTo: 4000) ?? 400,
      today: zone.day(of: clock.now()), zone: zone)
    let options = try options
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
    Output.say(
      "It gives conversations as Talkdesk does, too: \(server.tokenURL) has tokens for the client"
        + " \(options.talkdesk.clientID) with the secret \(options.talkdesk.clientSecret).")
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var received: Int32 = 0
    sigwait(&signals, &received)
    server.stop()
    return .fine
  }

  private var options: SimulatorOptions {
    get throws(Stop) {
      var options = SimulatorOptions()
      let names = invocation.values[.faults]?.flatMap { $0.split(separator: ",").map(String.init) }
      for name in names ?? [] {
        guard let fault = Fault(rawValue: name) else {
          let hint = Invocation.hint(name, Fault.allCases.map(\.rawValue))
          throw Stop(
            .usage, "There is no fault “\(name)”\(hint) rapport simulate --help lists them all.")
        }
        options.faults.append(fault)
      }
      guard let text = invocation[.rate] else {
        options.faultRate = options.faults.isEmpty ? 0 : 1
        return options
      }
      guard let rate = Double(text), (0...1).contains(rate) else {
        throw Stop(.usage, "“\(text)” is no share of the requests: write a number from 0 to 1.")
      }
      guard !options.faults.isEmpty else {
        throw Stop(.usage, "--rate says how often the faults happen: name some with --faults.")
      }
      options.faultRate = rate
      return options
    }
  }

  private func number(_ option: Option, upTo limit: Int) throws(Stop) -> Int? {
    guard let text = invocation[option] else { return nil }
    guard let number = Int(text), (1...limit).contains(number) else {
      throw Stop(.usage, "--\(option.rawValue) takes a whole number from 1 to \(limit).")
    }
    return number
  }
}
