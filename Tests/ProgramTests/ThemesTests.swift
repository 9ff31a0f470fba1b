import Foundation
import TestKit
import Testing

/// Themes of the user's own: listed, chosen, and changed while they are looked at.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ThemesTests {
  let home: Home

  init() throws { home = try Home() }

  private func write(_ name: String, text: String) throws {
    let folder = home.folder("config").appendingPathComponent("rapport/themes")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".yaml"))
  }

  /// A scheme of greys but for the colour of what is within its target.
  private static func scheme(within: String) -> String {
    let colors = (0..<16).map { index in
      let digit = String(index, radix: 16, uppercase: true)
      return "base0\(digit): \"\(String(repeating: digit, count: 6))\"\n"
    }
    return "scheme: Mine\nroles:\n  within: \"\(within)\"\n" + colors.joined()
  }

  @Test func `the list says of each its kind and its file`() async throws {
    try write("mine", text: Self.scheme(within: "#ff0000"))
    let outcome = try await home.run(["themes", "-o", "json"])
    #expect(outcome.ending == .exited(0))
    let themes = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let mine = try #require(themes.first { $0["name"] as? String == "mine" })
    #expect(mine["kind"] as? String == "dark")
    #expect((mine["path"] as? String)?.hasSuffix("/rapport/themes/mine.yaml") == true)
    #expect(themes.contains { $0["name"] as? String == "terminal" && $0["path"] == nil })
    let lines = try await home.run(["themes"]).lines
    #expect(lines.first == "NAME              KIND    FROM")
    #expect(lines.contains { $0.hasPrefix("plain             either  part of the program") })
  }

  @Test func `a broken one is said with its place, and the others are listed`() async throws {
    try write("mine", text: "scheme: Mine\npalette: 7\n")
    let outcome = try await home.run(["themes"])
    #expect(outcome.ending == .exited(3))
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains("/themes/mine.yaml:2:"))
    #expect(outcome.lines.contains { $0.hasPrefix("dark ") })
    #expect(!outcome.lines.contains { $0.hasPrefix("mine ") })
  }

  @Test func `a change of the file is shown at once, and a mistake in it is said`() async throws {
    try write("mine", text: Self.scheme(within: "#ff0000"))
    let session = try Session(home, SessionTests.demo + ["--theme", "mine"])
    try await session.wait(for: "the whole team", until: SessionTests.isDone)
    #expect(session.written.contains("38;5;196"))
    #expect(!session.written.contains("38;5;46"))
    try write("mine", text: Self.scheme(within: "#00ff00"))
    try await session.wait(for: "another green") { _ in session.written.contains("38;5;46") }
    try write("mine", text: Self.scheme(within: "#00ff0"))
    try await session.wait(for: "mine.yaml:3:")
    session.type("q")
    #expect(try await session.ending() == .exited(0))
  }

  @Test func `one that broke since it was chosen is said, and the program starts`() async throws {
    try write("mine", text: Self.scheme(within: "#ff0000"))
    let first = try Session(home, SessionTests.demo)
    try await first.wait(for: "the whole team", until: SessionTests.isDone)
    first.type(":theme mi")
    try await first.wait(for: "the theme among the candidates") { screen in
      screen.contains { $0.contains("mine") }
    }
    first.type("\rq")
    #expect(try await first.ending() == .exited(0))
    try write("mine", text: "scheme: Mine\npalette: 7\n")
    let second = try Session(home, SessionTests.demo)
    try await second.wait(for: "mine.yaml:2:")
    second.type("q")
    #expect(try await second.ending() == .exited(0))
  }
}
