import Foundation
import Records
import Simulator
import Testing

/// What the program says to a command line that it cannot do, and how it ends.
@Suite(.timeLimit(.minutes(5))) struct CommandLineTests {
  struct Refusal: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let code: Int32
    let words: String
    var changes: [String: String] = [:]
    var testDescription: String { "rapport " + arguments.joined(separator: " ") }
  }

  static let account = ["--integrated-account", "demo", "--base-url", "http://127.0.0.1:9"]
  static let refusals: [Refusal] = [
    Refusal(
      arguments: ["interactons"], code: 2,
      words: "There is no command “interactons”; did you mean “interactions”?"),
    Refusal(arguments: ["users", "now"], code: 2, words: "“now” is one word too many"),
    Refusal(
      arguments: ["users", "--tokn", "x"], code: 2,
      words: "There is no option “--tokn”. rapport --help lists them all."),
    Refusal(
      arguments: ["activity", "--rnge=7d"], code: 2, words: "did you mean “--range”?"),
    Refusal(
      arguments: ["interactions", "--demo", "--by", "weekly"], code: 2,
      words: "“weekly” is no value of --by; did you mean “week”? Write"),
    Refusal(
      arguments: ["snapshot", "--demo", "--screen", "attentoin"], code: 2,
      words: "did you mean “attention”?"),
    Refusal(
      arguments: ["cache", "prnue"], code: 2,
      words: "rapport cache cannot “prnue”; did you mean “prune”? Write size, clear or prune."),
    Refusal(
      arguments: ["simulate", "--port", "0", "--faults", "rate-limits"], code: 2,
      words: "There is no fault “rate-limits”; did you mean “rate-limit”?"),
    Refusal(
      arguments: ["snapshot", "--demo", "--plain", "--format", "svg"], code: 2,
      words: "--plain prints lines of words, to which --format says nothing."),
    Refusal(arguments: ["-x"], code: 2, words: "There is no option “-x”"),
    Refusal(arguments: ["users", "--user"], code: 2, words: "--user needs a value: ID."),
    Refusal(arguments: ["users", "--user="], code: 2, words: "--user needs a value: ID."),
    Refusal(
      arguments: ["users", "--offline=yes"], code: 2, words: "--offline takes no value."),
    Refusal(
      arguments: ["users", "--size", "80x24"], code: 2, words: "--size says nothing to “users”"),
    Refusal(
      arguments: ["interactions", "--demo", "--range", "2026-10-02..2026-10-01"], code: 2,
      words: "ends before it starts"),
    Refusal(
      arguments: ["interactions", "--demo", "--range", "2026-02-30..2026-03-01"], code: 2,
      words: "“2026-02-30” is not a date"),
    Refusal(
      arguments: ["interactions", "--demo", "--range", "soon"], code: 2,
      words: "“soon” is not a range"),
    Refusal(
      arguments: ["interactions", "--demo", "--by", "hour"], code: 2,
      words: "“hour” is no value of --by. Write day, week, month or total."),
    Refusal(
      arguments: ["interactions", "--demo", "--timezone", "Mars/Olympus"], code: 2,
      words: "“Mars/Olympus” is no time zone"),
    Refusal(
      arguments: ["interactions", "--demo", "--timezone", "../../etc/passwd"], code: 2,
      words: "is no time zone"),
    Refusal(
      arguments: ["users", "--demo", "-o", "xml"], code: 2,
      words: "“xml” is no value of --output. Write table, json, ndjson or csv."),
    Refusal(arguments: ["users", "--demo=many"], code: 2, words: "“many” is no scale"),
    Refusal(
      arguments: ["users", "--demo", "--requests-per-second", "0"], code: 2,
      words: "write a number above 0"),
    Refusal(
      arguments: ["interactions", "--demo", "--timeout", "soon"], code: 2,
      words: "“soon” is no duration"),
    Refusal(
      arguments: ["users", "--demo", "--today", "tomorrow"], code: 2,
      words: "“tomorrow” is not a date"),
    Refusal(
      arguments: ["snapshot", "--demo", "--size", "80"], code: 2,
      words: "The size is columns and rows"),
    Refusal(
      arguments: ["snapshot", "--demo", "--size", "0x24"], code: 2,
      words: "The size is columns and rows"),
    Refusal(
      arguments: ["snapshot", "--demo", "--size", "-80x24"], code: 2,
      words: "The size is columns and rows"),
    Refusal(
      arguments: ["snapshot", "--demo", "--screen", "attic"], code: 2,
      words:
        "“attic” is no value of --screen. Write team, activity, user, record, compare, distribution,"
        + " conversations, transcript, attention, accounts, requests or help."),
    Refusal(
      arguments: ["snapshot", "--demo", "--format", "gif"], code: 2,
      words: "“gif” is no value of --format. Write text, ansi or svg."),
    Refusal(
      arguments: ["snapshot", "--demo", "--color", "maybe"], code: 2,
      words: "“maybe” is no value of --color. Write auto, always or never."),
    Refusal(
      arguments: ["snapshot", "--demo", "--theme", "no-such-theme"], code: 3,
      words: "no-such-theme"),
    Refusal(
      arguments: ["snapshot", "--demo", "--teams", "/no-such-file"], code: 3,
      words: "/no-such-file: There is no such file"),
    Refusal(
      arguments: ["snapshot", "--demo", "--teams", "/proc/self/cmdline"], code: 3,
      words: "/proc/self/cmdline:1: This line is not a team and a user"),
    Refusal(arguments: ["simulate"], code: 2, words: "Which port?"),
    Refusal(arguments: ["simulate", "--port", "65536"], code: 2, words: "“65536” is no port"),
    Refusal(
      arguments: ["users", "--provider", "gong"], code: 2,
      words: "“gong” is no value of --provider. Write truto or talkdesk."),
    Refusal(arguments: ["interactions"], code: 3, words: "Which account?"),
    Refusal(
      arguments: ["interactions"] + account, code: 3,
      words: "There is no token: put it into the environment as TRUTO_API_TOKEN"),
    Refusal(
      arguments: ["interactions"] + account, code: 3, words: "There is no token",
      changes: ["TRUTO_API_TOKEN": ""]),
    Refusal(
      arguments: ["users", "--integrated-account", "demo", "--base-url", "ftp://example.com"],
      code: 3, words: "“ftp://example.com” is no base URL",
      changes: ["TRUTO_API_TOKEN": "sesame"]),
    Refusal(
      arguments: ["users", "--integrated-account", "demo"], code: 3,
      words: "“example.com” is no base URL",
      changes: ["TRUTO_API_TOKEN": "sesame", "TRUTO_API_BASE_URL": "example.com"]),
    Refusal(
      arguments: ["users", "--integrated-account", "demo", "--base-url", "http://example.com"],
      code: 3, words: "Plain http to example.com would show the token to the network",
      changes: ["TRUTO_API_TOKEN": "sesame"]),
    Refusal(arguments: ["--demo"], code: 1, words: "The dashboard needs a terminal"),
    Refusal(
      arguments: ["interactions", "--demo", "--user", "nobody"], code: 1,
      words: "No user has the id or address “nobody”; rapport users lists who there is."),
  ]

  @Test(arguments: refusals)
  func `a command line that cannot be done is refused in a sentence`(
    refusal: Refusal
  ) async throws {
    let home = try Home()
    let outcome = try await home.run(refusal.arguments, refusal.changes)
    #expect(outcome.ending == .exited(refusal.code))
    #expect(outcome.output == "")
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.hasPrefix("rapport: "))
    #expect(outcome.errors.contains(refusal.words), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix(".\n"))
  }

  @Test(arguments: [["--help"], ["-h"], ["users", "--help"], ["--version"], ["-V"]])
  func `help and version ask for nothing`(arguments: [String]) async throws {
    let home = try Home()
    let outcome = try await home.run(arguments)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("rapport"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.folder.path) == [])
  }

  @Test func `every option of the help is one that the command takes`() async throws {
    let home = try Home()
    let help = try await home.run(["snapshot", "--help"])
    for option in ["--demo", "--size COLSxROWS", "--format text|ansi|svg"] {
      #expect(help.output.contains(option))
    }
    #expect(!help.output.contains("--port"))
  }

  // MARK: - A server that refuses, or is not there

  /// What the cache has, as scripts see it.
  func cached(_ desk: Desk) async throws -> [String] {
    let week = ["--range", "7d", "--offline", "-o", "ndjson"]
    return [
      try await desk.run(["interactions"] + week).output,
      try await desk.run(["activity"] + week).output,
      try await desk.run(["users", "--offline"]).output,
    ]
  }

  @Test func `a token that is refused ends it at once and leaves the cache as it was`()
    async throws
  {
    let desk = try Desk()
    let refused = try await desk.run(["interactions", "--range", "7d"], token: "another")
    #expect(refused.ending == .exited(4))
    #expect(refused.output == "")
    #expect(refused.sentences.count == 1)
    #expect(refused.errors.contains("Truto refused the token: check TRUTO_API_TOKEN"))
    // The users and the window are asked for at the same time.
    #expect(desk.server.requests.count <= 2)

    _ = try await desk.run(["interactions", "--range", "7d"])
    let before = try await cached(desk)
    #expect(before[0].split(separator: "\n").count > 5)
    let again = try await desk.run(
      ["interactions", "--range", "7d", "--refresh"], token: "another")
    #expect(again.ending == .exited(4))
    #expect(again.output == before[0])
    #expect(try await cached(desk) == before)
  }

  @Test func `a host that cannot be reached is code 5 with nothing cached and 6 with something`()
    async throws
  {
    let desk = try Desk()
    let full = try await desk.run(["activity", "--range", "7d"])
    #expect(full.ending == .exited(0))
    let before = try await cached(desk)
    desk.server.stop()

    async let missing = desk.run(["interactions", "--range", "7d"])
    async let stale = desk.run(["activity", "--range", "7d", "--refresh"])
    var outcomes = try await [missing, stale]
    outcomes.append(try await desk.run(["users", "--refresh"]))
    #expect(outcomes.map(\.ending) == [.exited(5), .exited(6), .exited(6)])
    #expect(outcomes[0].output == "")
    #expect(outcomes[0].sentences.count == 1)
    #expect(outcomes[1].output == full.output)
    #expect(outcomes[1].errors.contains("Older than asked for: 2026-09-24..2026-10-01."))
    for outcome in outcomes {
      #expect(outcome.errors.contains("127.0.0.1 cannot be reached"))
    }
    #expect(try await cached(desk) == before)
  }

  @Test(arguments: [
    (Fault.needsReauth, Int32(4), "reconnect the Gong account in Truto"),
    (.forbidden, 4, "missing api:"), (.notFound, 1, "check the integrated account id"),
    (.unavailable, 1, "The integrated account is blocked"),
    (.html, 1, "Sign in to the network"),
  ])
  func `an account that does not answer says why`(
    fault: Fault, code: Int32, words: String
  ) async throws {
    let desk = try Desk { options in
      options.faults = [fault]
      options.faultRate = 1
    }
    // A web page may be a network that wants a password first, so it is asked for again.
    async let outcome = desk.run(["interactions", "--range", "7d"])
    #expect(try await outcome.ending == .exited(code))
    #expect(try await outcome.output == "")
    #expect(try await outcome.errors.contains(words))
    #expect(try await outcome.sentences.count == 1)
    if fault != .html { #expect(desk.server.requests.count <= 2) }
  }

  @Test func `offline with an empty cache is code 5, with other windows too`() async throws {
    let desk = try Desk()
    let nothing = try await desk.run(["interactions", "--offline", "--range", "7d"], token: nil)
    #expect(nothing.ending == .exited(5))
    #expect(nothing.output == "")
    #expect(nothing.errors == "rapport: Missing: 2026-09-24..2026-10-01.\n")
    _ = try await desk.run(["interactions", "--range", "7d", "--by", "day"])
    let some = try await desk.run(
      ["interactions", "--offline", "--range", "8d", "--by", "day"], token: nil)
    #expect(some.ending == .exited(6))
    #expect(some.errors == "rapport: Missing: 2026-09-23..2026-09-24.\n")
  }
}
