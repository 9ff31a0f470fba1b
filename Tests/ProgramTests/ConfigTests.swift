import Configuration
import Foundation
import TestKit
import Testing

@testable import rapport

/// `rapport config`, and what a configuration makes of the program before anything is fetched.
@Suite(.timeLimit(.minutes(5))) struct ConfigTests {
  let home: Home
  /// Where the configuration belongs.
  let file: URL

  init() throws {
    home = try Home()
    file = home.folder("config").appendingPathComponent("rapport/config.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  func write(_ text: String, mode: Int = 0o600) throws {
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  @Test func `the schema for editors has every setting`() async throws {
    let outcome = try await home.run(["config", "schema"])
    #expect(outcome.ending == .exited(0))
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let names = SettingsTable.rapport([:]).entries.map(\.name)
    #expect(Set(properties.keys) == Set(names))
  }

  @Test func `the file of all settings is a good configuration`() async throws {
    try write(await home.run(["config", "print"]).output)
    let outcome = try await home.run(["config", "check"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output == "\(file.path) is fine: 0 accounts, 0 teams.\n")
  }

  @Test func `its examples, uncommented, are a good configuration too`() async throws {
    let lines = try await home.run(["config", "print"]).output.split(separator: "\n").map { line in
      let isExample = line.hasPrefix("#") && !(line.hasPrefix("# ") && !line.hasPrefix("#  "))
      return String(isExample ? line.dropFirst() : line)
    }
    try write(lines.joined(separator: "\n"))
    let outcome = try await home.run(["keys"])
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(outcome.lines.contains { $0.hasPrefix("s F11 ") && $0.contains(" sort ") })
  }

  @Test func `path says where things are and whether they are there`() async throws {
    let before = try await home.run(["config", "path"]).lines
    #expect(before.contains { $0.hasPrefix("configuration  none yet") && $0.hasSuffix(file.path) })
    try write("theme: nord\n")
    let after = try await home.run(["config", "path"]).lines
    #expect(after.contains { $0.hasPrefix("configuration  there") })
    let named = try await home.run(["config", "path", "--config", "/nowhere/c.yaml"]).lines
    #expect(named.contains { $0.hasSuffix("/nowhere/c.yaml") })
  }

  @Test func `check tells every mistake with its place, a line each`() async throws {
    try write("thme: nord\nkeys:\n  sotr: s\n")
    let outcome = try await home.run(["config", "check"])
    #expect(outcome.ending == .exited(3))
    #expect(
      outcome.lines.map(String.init) == [
        "\(file.path):1:1: \"thme\" is not known in the configuration; the nearest is \"theme\".",
        "\(file.path):3:3: \"sotr\" is not known in the keys; the nearest is \"sort\".",
      ])
  }

  @Test func `any command stops at the first mistake, in one sentence`() async throws {
    try write("thme: nord\nby: weak\n")
    let outcome = try await home.run(["keys"])
    #expect(outcome.ending == .exited(3))
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains("config.yaml:1:1: \"thme\" is not known"))
    #expect(outcome.errors.contains("(and 1 more: rapport config check)"))
  }

  @Test func `a configuration that is named has to be there`() async throws {
    let outcome = try await home.run(["keys", "--config", "/nowhere/config.yaml"])
    #expect(outcome.ending == .exited(3))
    #expect(outcome.errors.contains("/nowhere/config.yaml: There is no such file"))
  }

  @Test func `what others can change is refused, and what they can read is said`() async throws {
    try write("theme: nord\n", mode: 0o666)
    let refused = try await home.run(["keys"])
    #expect(refused.ending == .exited(3))
    #expect(refused.errors.contains("chmod 600"))
    try write("theme: nord\n", mode: 0o644)
    #expect(try await home.run(["keys"]).ending == .exited(0))
    let said = try await home.run(["config", "check"])
    #expect(said.ending == .exited(0))
    #expect(said.output.contains("Others than its owner can read this file"))
  }

  @Test func `check looks into the files that settings name`() async throws {
    try Data("s3same\n".utf8).write(to: file.deletingLastPathComponent().appending(path: "token"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644],
      ofItemAtPath: file.deletingLastPathComponent().appending(path: "token").path)
    try write(
      """
      theme: nrod
      teams: {file: teams.csv}
      accounts:
        a: {integrated_account: a, token: {file: token}}
        b: {integrated_account: b, token: {env: RAPPORT_NO_SUCH_TOKEN}}
      """)
    let outcome = try await home.run(["config", "check"])
    #expect(outcome.ending == .exited(3))
    #expect(outcome.lines.count == 3)
    #expect(outcome.output.contains("accounts.a.token: ") && outcome.output.contains("chmod 600"))
    #expect(outcome.output.contains("There is no theme \"nrod\"; the nearest is \"nord\"."))
    #expect(outcome.output.contains("The environment has no RAPPORT_NO_SUCH_TOKEN just now."))
    #expect(!outcome.output.contains("s3same"))
  }
}
