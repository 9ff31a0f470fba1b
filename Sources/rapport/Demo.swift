import Providers
import Records
import Simulator

/// The built-in simulator with its account: no credentials, no network beyond this machine.
struct Demo {
  let server: SimulatorServer?
  let account: TrutoAccount
  let zone: Zone
  let title: String
  /// The name under which is remembered how the dashboard was left: the same on every day.
  let memory: String

  /// Starts the simulator on a free port; nil when the command line asks for no demo.
  init?(_ invocation: Invocation, zone: Zone, clock: Clock) throws(Stop) {
    guard let scale = invocation[.demo] else { return nil }
    let (users, days) = try Demo.scale(scale)
    let today = zone.day(of: clock.now())
    let options = SimulatorOptions()
    var server: SimulatorServer?
    if !invocation.has(.offline) {
      let team = SimulatedTeam(users: users, days: days, today: today, zone: zone)
      do throws(SimulatorError) {
        server = try SimulatorServer(team: team, options: options)
      } catch {
        throw Stop(.failed, error.description)
      }
    }
    self.server = server
    self.zone = zone
    title = "Demo team of \(users)"
    memory = "demo \(users)x\(days)"
    // What the team did depends on the date and the scale, and so does what is cached of it.
    account = TrutoAccount(
      name: "demo \(users)x\(days) \(today.text) \(zone.name)", baseURL: server?.baseURL ?? "",
      integratedAccount: options.integratedAccount, token: options.token)
  }

  /// `USERSxDAYS`, or the size of a team that looks real.
  static func scale(_ text: String) throws(Stop) -> (users: Int, days: Int) {
    if text.isEmpty { return (48, 400) }
    let numbers = text.split(separator: "x").map { Int($0) }
    guard numbers.count == 2, let users = numbers[0], let days = numbers[1],
      (1...100_000).contains(users), (1...4000).contains(days)
    else {
      throw Stop(.usage, "“\(text)” is no scale: write users and days as in --demo=2000x365.")
    }
    return (users, days)
  }
}
