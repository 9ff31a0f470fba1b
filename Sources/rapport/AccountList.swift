import Canvas
import Configuration
import DataCore
import Records
import Simulator

/// The accounts of a run: those of the demo, else the one that options name, else those that the
/// user configured.
struct AccountList: Sendable {
  let accounts: [AccountSetup]
  /// The account that the command line names; nil where all of them are meant.
  let named: AccountSetup?
  /// Keeps the simulator going for as long as the accounts are in use.
  let simulator: SimulatorServer?

  /// Reads what the command line and the environment say. The demo's simulator is started unless
  /// nobody is going to be asked.
  init(
    _ invocation: Invocation, environment: [String: String], asksNobody: Bool = false
  ) throws(Stop) {
    let demo = try Demo(invocation, environment: environment, asksNobody: asksNobody)
    let stated = try AccountSetup.named(invocation, environment: environment)
    let settings = invocation.settings
    var accounts =
      (demo?.accounts ?? stated.map { [$0] })?.map { $0.adjusted(by: settings.terms) }
      ?? settings.accounts.map { AccountSetup($0, settings, environment: environment) }
    for index in accounts.indices {
      accounts[index] = try accounts[index].adjusted(by: invocation)
    }
    self.accounts = accounts
    simulator = demo?.server
    guard let name = invocation[.account] else {
      named = stated == nil ? nil : accounts.first
      return
    }
    named = accounts.first { $0.name == name }
    guard named == nil else { return }
    guard !accounts.isEmpty else { throw AccountList.none }
    let nearest = nearest(to: name, among: accounts.map(\.name))
    throw Stop(.usage, "There is no account “\(name)”; did you mean “\(nearest)”?")
  }

  /// The account that a command for one account is about: the named one, or else the first.
  var first: AccountSetup {
    get throws(Stop) {
      guard let account = named ?? accounts.first else { throw AccountList.none }
      return account
    }
  }

  /// Stops, unless nobody is going to be asked, where the account that a command is about could not be
  /// asked for want of a secret.
  func checkCredentials() async throws(Stop) {
    let account = try first
    guard !account.settings.isOffline else { return }
    do throws(Failure) {
      try await account.readCredentials()
    } catch {
      throw Stop(.configuration, error.sentence)
    }
  }

  /// Those that a command for every account is about.
  var all: [AccountSetup] { named.map { [$0] } ?? accounts }

  /// What is said where no account is named at all.
  static let none = Stop(
    .configuration,
    "Which account? Put one into the configuration (rapport config path), name it with"
      + " --integrated-account ID, or try rapport --demo.")
}
