import Records
import Testing

@testable import Providers

@Suite struct CursorsTests {
  private func kind(_ follow: () throws -> Void) -> Failure.Kind? {
    do {
      try follow()
      return nil
    } catch {
      return (error as? Failure)?.kind
    }
  }

  @Test func `the first page has no cursor, each other one that of the page before`() throws {
    var cursors = Cursors(limit: 10, start: nil)
    #expect(cursors.current == nil)
    try cursors.follow("a")
    #expect(cursors.current == "a")
    try cursors.follow("b")
    #expect(cursors.current == "b")
    try cursors.follow(nil)
    #expect(cursors.current == nil)
  }

  @Test func `an interrupted window goes on at its cursor`() throws {
    var cursors = Cursors(limit: 10, start: "m")
    #expect(cursors.current == "m")
    try cursors.follow("n")
    #expect(cursors.current == "n")
  }

  @Test(arguments: [["a", "a"], ["a", "b", "a"], ["a", "b", "c", "b"], ["m"], ["a", "m"]])
  func `a cursor that comes again is a circle`(path: [String]) throws {
    var cursors = Cursors(limit: 10, start: "m")
    for cursor in path.dropLast() { try cursors.follow(cursor) }
    #expect(kind { try cursors.follow(path.last) } == .paging)
  }

  @Test func `as many pages as the limit may come, and no more`() throws {
    var cursors = Cursors(limit: 3, start: nil)
    try cursors.follow("a")
    try cursors.follow("b")
    var atItsEnd = cursors
    try atItsEnd.follow(nil)
    #expect(kind { try cursors.follow("c") } == .paging)
  }

  @Test func `the failure says what to do`() {
    var cursors = Cursors(limit: 2, start: "m")
    let failure = #expect(throws: Failure.self) { try cursors.follow("a") }
    #expect(failure?.sentence == "The provider gave 2 pages and no end; narrow the range.")
  }
}
