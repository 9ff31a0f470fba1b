import Foundation
import TestKit
import Testing

/// The first start of somebody who has set nothing up.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WelcomeTests {
  let home: Home
  let file: URL

  init() throws {
    home = try Home()
    file = home.folder("config").appendingPathComponent("rapport/config.yaml")
  }

  @Test func `the demo is one key away`() async throws {
    let session = try Session(home, [])
    let screen = try await session.wait(for: "Welcome.")
    #expect(screen.contains { $0.contains(file.path) })
    session.type("d")
    try await session.wait(for: "the demo", until: SessionTests.isDone)
    session.type("q")
    #expect(try await session.ending() == .exited(0))
  }

  @Test func `a key writes the file of all settings, and never over another`() async throws {
    let session = try Session(home, [])
    try await session.wait(for: "Welcome.")
    session.type("w")
    try await session.wait(for: "is written: put your account into it")
    session.type("w")
    try await session.wait(for: "is there already")
    session.type("q")
    #expect(try await session.ending() == .exited(0))
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try await home.run(["config", "check"]).ending == .exited(0))
  }

  @Test func `where nobody looks it is a sentence`() async throws {
    let outcome = try await home.run([])
    #expect(outcome.ending == .exited(3))
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains("Which account? Put one into the configuration"))
  }
}
