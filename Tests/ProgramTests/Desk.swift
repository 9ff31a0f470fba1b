import Foundation
import Records
import Simulator
import Testing

/// A server with a team, and a user whose program has an account there.
struct Desk {
  static let token = "sesame-5f0c1d"

  let home: Home
  let server: SimulatorServer
  let team: SimulatedTeam

  init(
    users: Int = 12, today: String = "2026-10-01", zone: Zone? = nil,
    _ change: (inout SimulatorOptions) -> Void = { _ in }
  ) throws {
    home = try Home()
    let day = try #require(Day(text: today))
    team = SimulatedTeam(users: users, days: 120, today: day, zone: try zone ?? .named("UTC"))
    var options = SimulatorOptions()
    options.token = Desk.token
    change(&options)
    server = try SimulatorServer(team: team, options: options)
  }

  /// The options that name the account. The rate is one that no test waits for.
  var account: [String] {
    [
      "--integrated-account", "demo", "--base-url", server.baseURL, "--timezone", team.zone.name,
      "--requests-per-second", "1000", "--today", team.today.text,
    ]
  }

  /// Runs a command on the account.
  func run(
    _ arguments: [String], token: String? = Desk.token, _ changes: [String: String] = [:]
  ) async throws -> Home.Outcome {
    var changes = changes
    if let token { changes["TRUTO_API_TOKEN"] = token }
    let stated = Set(arguments)
    var account = account
    // What a test says itself wins.
    for index in account.indices.reversed() where index.isMultiple(of: 2) {
      if stated.contains(account[index]) { account.removeSubrange(index...index + 1) }
    }
    return try await home.run(arguments + account, changes)
  }

  /// The requests of one list so far, as what they asked for.
  func requests(_ list: String) -> [String] {
    server.requests.filter { $0.path.hasSuffix("/\(list)") }.map { request in
      ["start_time", "end_time", "next_cursor"].map { request[$0] ?? "–" }
        .joined(separator: " ")
    }
  }
}

extension Zone {
  /// A zone of this system.
  static func named(_ name: String) throws -> Zone {
    let file = URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)")
    return try #require(Zone(name: name, tzif: Array(Data(contentsOf: file))))
  }
}
