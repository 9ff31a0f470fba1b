import Canvas
import Dashboard
import Foundation
import Loop
import Records
import TestKit
import Testing

/// Screens in words alone.
@Suite struct PlainTests {
  struct Scene: CustomStringConvertible, Sendable {
    let name: String
    var keys: [Key] = []
    var resource = Resource.interactions
    var testDescription: String { name }
    var description: String { name }

    /// The screen after the keys.
    func model(columns: Int = 80, rows: Int = 24) -> Model {
      var model = Operations.model(columns: columns, rows: rows) {
        $0.choices.resource = resource
        $0.preferences.isPlain = true
      }
      Fixture.press(keys, on: &model)
      return model
    }
  }

  static let scenes = [
    Scene(name: "team", keys: ["j", "j"]),
    Scene(name: "activity", resource: .activity),
    Scene(name: "team-filtered", keys: [" ", "/", "a", "n"]),
    Scene(name: "user", keys: ["j", .enter, "j"]),
    Scene(name: "record", keys: [.enter, .enter, "j", "j"]),
    Scene(name: "compare", keys: [" ", " ", "c", "j"]),
    Scene(name: "distribution", keys: ["D", "j"]),
    Scene(name: "attention", keys: ["a", "j"]),
    Scene(name: "accounts", keys: ["A"]),
    Scene(name: "requests", keys: ["L", "j", "j"]),
    Scene(name: "request", keys: ["L", "j", .enter]),
    Scene(name: "help", keys: ["?", "j"]),
    Scene(name: "palette", keys: [":", "s", "o", "r"]),
    Scene(name: "picker", keys: ["R", .down, .down]),
    Scene(name: "calendar", keys: ["R", "c", "a", "l", .enter]),
  ]

  @Test(arguments: scenes)
  func `a terminal has where one is, what is selected and the list`(scene: Scene) {
    let model = scene.model()
    expectGolden(
      DashboardProgram.view(model, size: model.size), named: "plain-\(scene.name)-80x24")
  }

  @Test(arguments: scenes)
  func `all is said in words`(scene: Scene) throws {
    let lines = plainLines(scene.model())
    #expect(lines.count > 3)
    for line in lines {
      #expect(!line.isEmpty)
      // The help names the signs that it explains.
      for scalar in line.unicodeScalars where scene.name != "help" {
        // Arrows, boxes, blocks, shapes, braille.
        #expect(!(0x2190...0x21ff).contains(scalar.value), "\(line)")
        #expect(!(0x2500...0x25ff).contains(scalar.value), "\(line)")
        #expect(!(0x2800...0x28ff).contains(scalar.value), "\(line)")
      }
    }
  }

  @Test(arguments: scenes, [(1, 1), (20, 3), (40, 8), (200, 60)])
  func `it fits any terminal`(scene: Scene, size: (Int, Int)) {
    let frame = DashboardProgram.view(
      scene.model(columns: size.0, rows: size.1), size: Size(columns: size.0, rows: size.1))
    #expect(frame.size == Size(columns: size.0, rows: size.1))
  }

  @Test func `the cursor is on the line of what is selected`() throws {
    var model = Scene(name: "team").model()
    for name in ["j", "j", "G", "k", "g"] {
      Fixture.press([.character(Character(name))], on: &model)
      let frame = DashboardProgram.view(model, size: model.size)
      let cursor = try #require(frame.cursor)
      let line = frame.text.split(separator: "\n", omittingEmptySubsequences: false)[cursor.row]
      let selected = try #require(
        plainLines(model).first { $0.hasPrefix("Selected: ") })
      let user = try #require(selected.dropFirst("Selected: ".count).split(separator: ",").first)
      #expect(line.hasPrefix(user + ": "), "\(line) is not of \(user)")
    }
  }

  @Test func `what a key came to is said`() {
    var model = Scene(name: "team").model()
    Fixture.press([.character("n")], on: &model)
    #expect(model.notice.map { plainLines(model).contains($0) } == true)
  }
}
