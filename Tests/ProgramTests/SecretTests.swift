import Foundation
import Simulator
import Testing

/// The token goes to the server and nowhere else, and what is kept is the user's alone.
@Suite(.timeLimit(.minutes(5))) struct SecretTests {
  /// Every file below a folder.
  func files(_ folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .map { folder.appendingPathComponent($0) }
  }

  func mode(_ url: URL) throws -> (mode: Int, isFolder: Bool) {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return (
      try #require(attributes[.posixPermissions] as? Int),
      attributes[.type] as? FileAttributeType == .typeDirectory
    )
  }

  func expectNoToken(_ desk: Desk, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for file in try files(desk.home.folder) where try !mode(file).isFolder {
      let data = try Data(contentsOf: file)
      #expect(
        data.range(of: Data(Desk.token.utf8)) == nil, "\(file.path)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `no output and no file has the token in it`() async throws {
    let desk = try Desk()
    desk.server.script([.serverError, .invalidUTF8, .badRecord])
    let commands = [
      ["interactions", "--range", "7d"], ["activity", "--range", "7d", "-o", "csv"], ["users"],
      ["snapshot", "--format", "svg"], ["snapshot", "--screen", "help"],
      ["interactions", "--refresh", "--range", "2d"], ["users", "--help"], ["users", "--tokn"],
    ]
    for command in commands {
      let outcome = try await desk.run(command)
      #expect(!outcome.output.contains(Desk.token))
      #expect(!outcome.errors.contains(Desk.token))
    }
    let refused = try await desk.run(["users", "--refresh"], token: Desk.token + "-old")
    #expect(refused.ending == .exited(4))
    #expect(!refused.errors.contains(Desk.token))
    try expectNoToken(desk)
    #expect(try files(desk.home.folder("state")).contains { $0.lastPathComponent == "rapport.log" })
  }

  @Test func `while it runs, neither its command line nor its cache has the token in it`()
    async throws
  {
    let desk = try Desk()
    let session = try Session(desk.home, desk.account, ["TRUTO_API_TOKEN": Desk.token])
    try await session.wait(for: "with data")
    try await session.wait(for: "everything") { screen in
      !screen.contains { $0.contains("etching ") }
    }
    let line = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(session.process.id)/cmdline"))
    #expect(line.range(of: Data("--base-url".utf8)) != nil)
    #expect(line.range(of: Data(Desk.token.utf8)) == nil)
    #expect(
      try files(desk.home.folder("cache")).contains { $0.lastPathComponent.hasSuffix("-wal") })
    try expectNoToken(desk)
    session.type("q")
    #expect(try await session.ending() == .exited(0))
    #expect(!session.written.contains(Desk.token))
  }

  @Test func `files are the user's own, whatever the mask says`() async throws {
    let desk = try Desk()
    let words = (["interactions", "--range", "7d"] + desk.account).map { "'\($0)'" }
    let outcome = try await desk.home.shell(
      #"umask 000; exec "$0" \#(words.joined(separator: " "))"#, ["TRUTO_API_TOKEN": Desk.token])
    #expect(outcome.ending == .exited(0))
    let files = try files(desk.home.folder)
    #expect(files.count >= 5)
    for file in files {
      let (mode, isFolder) = try mode(file)
      #expect(mode == (isFolder ? 0o700 : 0o600), "\(file.path)")
    }
  }

  @Test func `an answer in the log cannot forge a line of its own`() async throws {
    let desk = try Desk()
    desk.server.script([.serverError, .html])
    _ = try await desk.run(["interactions", "--range", "7d"])
    let log = try String(
      contentsOf: desk.home.folder("state/rapport/rapport.log"), encoding: .utf8)
    let lines = log.split(separator: "\n")
    #expect(lines.count == desk.server.requests.count)
    for line in lines { #expect(line.contains(" · GET /unified/conversational-intelligence/")) }
    #expect(lines.contains { $0.contains(" · 500 · ") })
  }

  @Test func `the token can be in a file that only its owner may read`() async throws {
    let desk = try Desk()
    let file = desk.home.folder.appendingPathComponent("token").path
    let variables = ["TRUTO_API_TOKEN_FILE": file]
    let create = { (mode: Int) in
      FileManager.default.createFile(
        atPath: file, contents: Data("\(Desk.token)\n".utf8),
        attributes: [.posixPermissions: mode])
    }
    #expect(create(0o600))
    // The file is the more specific of the two.
    let users = try await desk.run(["users"], token: "expired", variables)
    #expect(users.ending == .exited(0), "\(users.errors)")

    #expect(create(0o644))
    for command in ["users", "doctor"] {
      let account = ["--integrated-account", "demo", "--base-url", desk.server.baseURL]
      let refused = try await desk.home.run([command] + account, variables)
      #expect(refused.ending == .exited(3))
      #expect((refused.output + refused.errors).contains("chmod 600"))
      #expect(!(refused.output + refused.errors).contains(Desk.token))
    }
  }
}
