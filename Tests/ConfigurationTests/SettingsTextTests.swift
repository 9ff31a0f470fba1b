import Records
import Testing

@testable import Configuration

@Suite struct SettingsTextTests {
  let text = SettingsText.file(SettingsScene.table.entries)

  @Test func `the file of all settings reads as the defaults`() throws {
    #expect(try SettingsScene.read(text) == Settings())
  }

  @Test func `its examples are good settings`() throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isExample = line.hasPrefix("#") && !(line.hasPrefix("# ") && !line.hasPrefix("#  "))
      return String(isExample ? line.dropFirst() : line)
    }
    let settings = try SettingsScene.read(lines.joined(separator: "\n"))
    #expect(settings.accounts.map(\.name) == ["my-truto", "my-talkdesk"])
    #expect(settings.accounts.map(\.value.provider) == [.truto, .talkdesk])
    #expect(settings.team == settings.teams.users.first?.name)
    #expect(settings.accounts[1].value.speakers.count == 1)
  }

  @Test func `every setting is in it, with what it is`() {
    for (path, entry) in SettingsScene.table.entries.flatMap({ $0.flattened() }) {
      let isThere = text.contains("\(entry.name):")
      let isExplained = !entry.help.isEmpty && text.contains(entry.help.dropLast().prefix(40))
      #expect(isThere && isExplained, "\(path)")
    }
  }

  @Test func `no line is too long for a screen`() {
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test(arguments: [
    ("a", "a"), ("Sales EMEA", "Sales EMEA"), ("7d", "\"7d\""), ("a: b", "\"a: b\""), ("", "\"\""),
    ("\"", "\"\\\"\""), ("- a", "\"- a\""),
  ])
  func `a text is written so that it reads as itself`(text: String, written: String) throws {
    #expect(yaml(text) == written)
    let node = try YAMLNode.parse(Array("key: \(yaml(text))".utf8), file: "a")
    #expect(node["key"]?.value == .scalar(text))
  }
}
