import Canvas
import Loop
import TestKit
import Testing

@testable import Dashboard

@Suite struct OverlayFrameTests {
  static let overlays: [(String, [Key])] = [
    ("palette", [":"]), ("palette-range", [":"] + Fixture.keys("range la")),
    ("palette-mistake", [":"] + Fixture.keys("sort nothing") + [.enter]),
    ("filter", ["/"] + Fixture.keys("patience>0.9")), ("metric", ["m"]),
    ("sort", ["O", .down, .down, " "]), ("columns", ["C", .down, " "]), ("range", ["R"]),
    ("calendar", ["R", .end, .enter, .left, " ", .up]), ("team", ["T"]), ("theme", [.function(9)]),
    ("account", ["@"]), ("view", ["'"]),
  ]

  @Test(arguments: FrameTests.sizes, overlays)
  func `what is typed and picked`(size: (Int, Int), overlay: (String, [Key])) {
    var model = PickerTests.model(columns: size.0, rows: size.1)
    Fixture.press(overlay.1, on: &model)
    expectGolden(
      DashboardProgram.view(model, size: model.size),
      named: "overlay-\(overlay.0)-\(size.0)x\(size.1)")
  }

  @Test func `without Unicode and at the smallest size`() {
    for (name, keys) in Self.overlays where ["palette", "sort", "calendar"].contains(name) {
      var model = PickerTests.model(columns: 40, rows: 10)
      model.preferences.glyphs = .ascii
      Fixture.press(keys, on: &model)
      expectGolden(
        DashboardProgram.view(model, size: model.size), named: "overlay-\(name)-ascii-40x10")
    }
  }

  @Test func `the help shows what was found`() {
    var model = PickerTests.model(columns: 80, rows: 24)
    Fixture.press(["?", "/"] + Fixture.keys("go"), on: &model)
    expectGolden(DashboardProgram.view(model, size: model.size), named: "overlay-search-80x24")
  }

  @Test(arguments: [(1, 1), (2, 3), (39, 9), (40, 10), (41, 11), (57, 13), (500, 200)])
  func `every overlay can be drawn at every size`(columns: Int, rows: Int) {
    for (_, keys) in Self.overlays {
      var model = PickerTests.model(columns: columns, rows: rows)
      Fixture.press(keys, on: &model)
      let frame = DashboardProgram.view(model, size: model.size)
      #expect(frame.size == model.size)
    }
  }
}
