import Canvas
import Foundation
import Testing

@testable import Configuration

/// A folder of its own for a test, removed with it.
private final class Sandbox {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = folder.appending(path: "rapport-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ file: String, background: String = "101010") throws {
    let colors = (0..<16).map { index in
      "  base0\(String(index, radix: 16, uppercase: true)): \"\(index == 0 ? background : "a0a0a0")\""
    }
    try text("name: T\npalette:\n" + colors.joined(separator: "\n"), in: file)
  }

  func text(_ text: String, in file: String) throws {
    let url = URL(filePath: path).appending(path: file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

struct ThemeCatalogueTests {
  @Test func `themes are listed by name, the first folder's file going before`() throws {
    let sandbox = try Sandbox()
    let (mine, shared) = (sandbox.path + "/mine", sandbox.path + "/shared")
    try sandbox.write("mine/dusk.yaml", background: "000001")
    try sandbox.write("shared/dusk.yaml", background: "000002")
    try sandbox.write("shared/night.yaml")
    try sandbox.write("shared/.hidden.yaml")
    try sandbox.text("words", in: "shared/README.md")
    let catalogue = ThemeCatalogue(folders: [mine, shared, sandbox.path + "/absent"])
    #expect(
      catalogue.entries == [
        .init(name: "dusk", path: mine + "/dusk.yaml"),
        .init(name: "night", path: shared + "/night.yaml"),
        .init(name: "plain", path: nil), .init(name: "terminal", path: nil),
      ])
    let dusk = try catalogue.theme(named: "dusk")
    #expect(dusk.background == .rgb(red: 0, green: 0, blue: 1))
    #expect(dusk.name == "dusk")
  }

  @Test func `themes without a file are there, and a file of the name goes before`() throws {
    let sandbox = try Sandbox()
    let catalogue = ThemeCatalogue(folders: [sandbox.path])
    #expect(try catalogue.theme(named: "terminal") == .terminal)
    #expect(try catalogue.theme(named: "plain") == .plain)
    try sandbox.write("terminal.yaml")
    #expect(try catalogue.theme(named: "terminal") != .terminal)
  }

  @Test func `an unknown name is told with the nearest and with what there is`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("dark.yaml")
    #expect(
      throws: ConfigurationError(
        "There is no theme \"drak\"; the nearest is \"dark\". There are: dark, plain, terminal.")
    ) { try ThemeCatalogue(folders: [sandbox.path]).theme(named: "drak") }
  }

  @Test func `a path is read as it is`() throws {
    let sandbox = try Sandbox()
    try sandbox.write("own.yaml", background: "000003")
    let theme = try ThemeCatalogue(folders: []).theme(named: sandbox.path + "/own.yaml")
    #expect(theme.background == .rgb(red: 0, green: 0, blue: 3))
  }

  @Test func `a broken theme is told with its file and line`() throws {
    let sandbox = try Sandbox()
    try sandbox.text("name: T\npalette: 7\n", in: "dark.yaml")
    let error = try #require(throws: ConfigurationError.self) {
      try ThemeCatalogue(folders: [sandbox.path]).theme(named: "dark")
    }
    #expect(error.file == sandbox.path + "/dark.yaml")
    #expect(error.line == 2)
  }

  @Test(arguments: [
    ("absent.yaml", "There is no such file; check the path."),
    ("folder.yaml", "This is not a file; name a text file."),
    ("file.txt/x.yaml", "There is no such file; check the path."),
  ])
  func `what cannot be read is told`(file: String, sentence: String) throws {
    let sandbox = try Sandbox()
    try sandbox.text("", in: "file.txt")
    try sandbox.text("", in: "folder.yaml/file")
    let path = sandbox.path + "/" + file
    #expect(throws: ConfigurationError(file: path, sentence)) { try ThemeFile.load(path) }
  }

  @Test func `an installed program looks beside itself, through a link`() throws {
    let sandbox = try Sandbox()
    try sandbox.text("", in: "opt/bin/rapport")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path + "/link", withDestinationPath: "opt/bin/rapport")
    let directories = try Directories(environment: ["HOME": "/home/ana"])
    let catalogue = ThemeCatalogue(
      directories: directories, executable: sandbox.path + "/link")
    #expect(
      catalogue.folders == [
        "/home/ana/.config/rapport/themes", sandbox.path + "/opt/share/rapport/themes",
        "/usr/local/share/rapport/themes", "/usr/share/rapport/themes",
      ])
  }

  @Test func `a program in its build folder finds the themes of its source tree`() throws {
    let sandbox = try Sandbox()
    try sandbox.text("", in: "tree/.build/x86/release/rapport")
    try sandbox.text("", in: "tree/Package.swift")
    try sandbox.write("tree/themes/dark.yaml")
    let catalogue = ThemeCatalogue(
      directories: nil, executable: sandbox.path + "/tree/.build/x86/release/rapport")
    #expect(catalogue.folders.contains(sandbox.path + "/tree/themes"))
    #expect(catalogue.entries.contains { $0.name == "dark" })
  }

  @Test func `a program that cannot be found leaves the system's folders`() {
    let catalogue = ThemeCatalogue(directories: nil, executable: "/absent/rapport")
    #expect(
      catalogue.folders == ["/usr/local/share/rapport/themes", "/usr/share/rapport/themes"])
  }
}
