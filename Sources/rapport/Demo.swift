import DataCore
import Providers
import Records
import Simulator

/// The built-in simulator with its accounts: no credentials, no network beyond this machine.
struct Demo {
  let server: SimulatorServer?
  let accounts: [AccountSetup]

  /// Starts the simulator on a free port, unless nobody is going to be asked; nil when the command
  /// line asks for no demo.
  init?(
    _ invocation: Invocation, environment: [String: String], asksNobody: Bool
  ) throws(Stop) {
    guard let text = invocation[.demo] else { return nil }
    let scale = try Demo.scale(text)
    let zone = try invocation.zone ?? ZoneFiles.systemZone(environment: environment)
    let today = zone.day(of: try Clock(invocation, zone: zone).now())
    let options = SimulatorOptions()
    var server: SimulatorServer?
    if !invocation.has(.offline), !asksNobody {
      let team = SimulatedTeam(users: scale.users, days: scale.days, today: today, zone: zone)
      do throws(SimulatorError) {
        server = try SimulatorServer(team: team, options: options)
      } catch {
        throw Stop(.failed, error.description)
      }
    }
    self.server = server
    let size = "\(scale.users)x\(scale.days)"
    // What the team did depends on the date and the scale, and so does what is cached of it.
    let scene = "\(size) \(today.text) \(zone.name)"
    let team = TrutoAccount(
      name: "demo \(scene)", baseURL: server?.baseURL ?? "",
      integratedAccount: options.integratedAccount, token: options.token)
    let client = (id: options.talkdesk.clientID, secret: options.talkdesk.clientSecret)
    let centre = TalkdeskAccount(
      name: "demo talkdesk \(scene)", baseURL: server?.baseURL ?? "",
      tokenURL: server?.tokenURL ?? "", clientID: { client.id }, clientSecret: { client.secret })
    accounts = [
      AccountSetup(
        name: "team", title: "Demo team of \(scale.users)", provider: .truto(team),
        settings: AccountSettings(name: team.name, zone: zone), standards: .truto,
        memory: "demo \(size)"),
      AccountSetup(
        name: "centre", title: "Demo contact centre (Talkdesk)",
        provider: .talkdesk(centre, speakers: .standard, keepsText: true),
        settings: AccountSettings(name: centre.name, zone: zone), standards: .talkdesk,
        memory: "demo talkdesk \(size)"),
    ]
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
