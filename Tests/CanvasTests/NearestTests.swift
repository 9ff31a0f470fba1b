import Canvas
import Testing

struct NearestTests {
  @Test(arguments: [
    ("hedaer", "header"), ("Header", "header"), ("statusbar", "statusBar"), ("heat9", "heat1"),
    ("", "heat1"), (String(repeating: "x", count: 100_000), "header"),
  ])
  func `the nearest name takes the fewest changes`(typed: String, name: String) {
    #expect(nearest(to: typed, among: ["header", "statusBar", "heat1"]) == name)
  }

  @Test func `without names there is none`() {
    #expect(nearest(to: "x", among: []) == "")
  }

  @Test(
    arguments: [
      ("interactons", "interactions"), ("int", "interactions"), ("ACTIVITY", "activity"),
      ("activties", "activity"), ("xml", nil), ("attic", nil), ("", nil), ("x", nil),
    ])
  func `only a name that is like what was typed was likely meant`(typed: String, name: String?) {
    #expect(likely(typed, among: ["interactions", "activity", "users", "csv"]) == name)
  }
}
