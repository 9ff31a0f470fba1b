import Configuration
import Dashboard
import Foundation
import Loop
import Testing

@testable import rapport

/// Keys of the user's own.
@Suite struct KeySettingsTests {
  private func keys(_ text: String) throws(SettingMistakes) -> KeyMap {
    let settings = try SettingsTable.rapport([:]).read(Array(text.utf8), file: "c.yaml")
    return try KeyMap(settings.keys, file: "c.yaml")
  }

  private func mistakes(_ text: String) -> [String] {
    do throws(SettingMistakes) {
      _ = try keys(text)
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test func `an action gets another key, several, or none, and the others keep theirs`() throws {
    let map = try keys("keys:\n  sort: F11\n  pause: []\n  quit: [Q, A-x]\n  copy-cell: s\n")
    #expect(map.action(.function(11), on: .team) == .sort)
    #expect(map.action(.character("s"), on: .team) == .copyCell)
    #expect(map.action(.character("p"), on: .team) == nil)
    #expect(map.keys(of: .quit) == [.character("Q"), .alt("x")])
    #expect(map.action(.character("q"), on: .team) == nil)
    #expect(map.keys(of: .pause).isEmpty)
    #expect(map.keys(of: .help) == KeyMap.standard.keys(of: .help))
  }

  @Test func `every key that the table prints is one that can be bound`() throws {
    for entry in ActionTable.entries {
      for key in entry.keys { #expect(Key(name: key.name) == key, "\(key.name)") }
    }
  }

  @Test(arguments: [
    (
      "keys:\n  pause: s\n",
      "c.yaml:2:3: s is the usual key of sort too, on the screen Team: choose another, or give sort"
        + " others in a line such as sort: []."
    ),
    (
      "keys:\n  pause: F11\n  sort: [F11]\n",
      "c.yaml:3:3: F11 is bound to sort here and to pause in line 2 (c.yaml:2), and does one thing"
        + " only on the screen Team."
    ),
    (
      "keys:\n  quit: []\n",
      "c.yaml:2:3: quit needs a key: without one nobody could find out how to go on."
    ),
    (
      "keys:\n  help: []\n",
      "c.yaml:2:3: help needs a key: without one nobody could find out how to go on."
    ),
    (
      "keys:\n  sort: C-m\n",
      "c.yaml:2:9: “C-m” is no key that a terminal reports; write it as rapport keys does: j, G,"
        + " C-d, A-x, F5, Space, Enter, PgDn."
    ),
  ])
  func `what cannot be is refused with its place`(text: String, mistake: String) {
    #expect(mistakes(text) == [mistake])
  }

  @Test func `a key may do different things on screens that never meet`() throws {
    let map = try keys("keys:\n  raw: s\n")
    #expect(map.action(.character("s"), on: .team) == .sort)
    #expect(map.action(.character("s"), on: .record) == .raw)
  }

  @Test func `the table that is printed has the user's keys`() async throws {
    let home = try Home()
    let file = home.folder.appendingPathComponent("c.yaml")
    try Data("keys: {sort: F11, pause: []}\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let lines = try await home.run(["keys", "--config", file.path]).lines
    #expect(lines.contains { $0.hasPrefix("F11 ") && $0.contains(" sort COLUMN") })
    #expect(lines.contains { $0.hasPrefix("   ") && $0.contains(" pause ") })
    let clash = try await home.run(["keys", "--config", file.path + ".none"])
    #expect(clash.ending == .exited(3))
  }
}
