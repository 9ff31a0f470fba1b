import Canvas
import Loop
import TestKit
import Testing

@testable import Dashboard

/// The screen of somebody who has set nothing up.
@Suite struct WelcomeTests {
  private func model(isASCII: Bool = false) -> WelcomeProgram.Model {
    WelcomeProgram.Model(
      theme: .golden, isASCII: isASCII, path: "/home/ana/.config/rapport/config.yaml")
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func `what is needed and where it goes`(columns: Int, rows: Int) {
    let frame = WelcomeProgram.view(model(), size: Size(columns: columns, rows: rows))
    expectGolden(frame, named: "welcome-\(columns)x\(rows)")
  }

  @Test func `what came of writing the file stands over the keys`() {
    var model = model()
    _ = WelcomeProgram.update(
      &model,
      .noticed(
        "/home/ana/.config/rapport/config.yaml is written: put your account into it, and start"
          + " rapport again."))
    let frame = WelcomeProgram.view(model, size: Size(columns: 80, rows: 24))
    expectGolden(frame, named: "welcome-written-80x24")
  }

  @Test(arguments: [(1, 1), (5, 3), (30, 2), (500, 200)])
  func `no size is too small or too large`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    #expect(WelcomeProgram.view(model(isASCII: true), size: size).size == size)
  }

  @Test(
    arguments: [
      (Key.character("d"), WelcomeProgram.Choice.demo), (.character("q"), .leave),
      (.control("c"), .leave), (.escape, .leave), (.character("x"), nil),
    ] as [(Key, WelcomeProgram.Choice?)])
  func `keys choose`(key: Key, choice: WelcomeProgram.Choice?) {
    var model = model()
    #expect(WelcomeProgram.update(&model, .keyPressed(key)) == [])
    #expect(model.choice == choice)
    #expect(WelcomeProgram.isFinished(model) == (choice != nil))
  }

  @Test func `a key has the file written`() {
    var model = model()
    #expect(WelcomeProgram.update(&model, .keyPressed(.character("w"))) == [.writeSettings])
    #expect(model.choice == nil)
  }
}
