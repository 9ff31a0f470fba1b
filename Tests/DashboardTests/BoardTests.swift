import Analytics
import Canvas
import Loop
import Records
import Testing

@testable import Dashboard

/// What the keys do to the columns, the order and the marks of a board.
@Suite struct BoardTests {
  private let interactivity = BoardColumn.value(.metric(.interactivity))

  @Test func `the chosen column is hidden, moved and widened, and the others stay`() {
    var model = Fixture.loadedModel()
    let before = model.shownColumns
    Fixture.press(["l", "l", ">"], on: &model)
    #expect(model.chosenColumn == interactivity)
    var expected = before
    expected.swapAt(4, 5)
    #expect(model.shownColumns == expected)
    Fixture.press([")", ")"], on: &model)
    #expect(model.columnChoices.first { $0.column == interactivity }?.width == 12)
    Fixture.press(["-"], on: &model)
    #expect(model.shownColumns == expected.filter { $0 != interactivity })
    #expect(model.chosenColumn != interactivity)
  }

  @Test func `the names can neither be hidden nor moved`() {
    var model = Fixture.loadedModel()
    let before = model.shownColumns
    Fixture.press(["h", "h", "-", ">", "<"], on: &model)
    #expect(model.chosenColumn == .user)
    #expect(model.shownColumns == before)
  }

  @Test func `a second order decides among equal values of the first`() throws {
    var model = Fixture.loadedModel(resource: .activity)
    let board = try #require(model.team.board)
    Fixture.press(["s", "l", "l", "S", "S"], on: &model)
    #expect(model.sorts.map(\.isDescending) == [false, false])
    let keys = model.team.order.map { place in
      model.sorts.map { board.listed(place).number(in: $0.key) ?? .infinity }
    }
    for (one, next) in zip(keys, keys.dropFirst()) {
      #expect(one.lexicographicallyPrecedes(next) || one == next)
    }
  }

  @Test func `users without data are listed last, and can be found and opened`() {
    var model = Fixture.loadedModel()
    let count = model.team.order.count
    Fixture.press(["e", "G"], on: &model)
    #expect(model.team.order.count == count + 2)
    let last = model.team.selected.map { Fixture.directory[$0].label }
    #expect(last == "Zoë Åkerström")
    #expect(DashboardProgram.view(model, size: model.size).text.contains("Nia Silent"))
    model.filter(by: "nia")
    #expect(model.team.order.count == 1)
    Fixture.press([.enter], on: &model)
    #expect(DashboardProgram.view(model, size: model.size).text.contains("no records"))
  }

  @Test func `marks stay with the users through another order`() {
    var model = Fixture.loadedModel()
    Fixture.press([.character(" "), .character(" ")], on: &model)
    let marked = model.team.marked
    #expect(marked.count == 2)
    #expect(model.team.selectedIndex == 2)
    Fixture.press(["I"], on: &model)
    #expect(model.team.marked == marked)
    Fixture.press(["c"], on: &model)
    #expect(model.kind == .compare)
    Fixture.press([.escape, "U"], on: &model)
    #expect(model.team.marked.isEmpty)
  }

  @Test func `what is copied is what is marked, in the order of the screen, with full numbers`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24)
    Fixture.press([.character(" "), "j", .character(" ")], on: &model)
    let commands = Fixture.press(["y"], on: &model)
    guard case .copy(.table(let export), let what)? = commands.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(what == "2 rows as CSV")
    #expect(export.columns.prefix(4) == ["user.name", "calls", "patience", "patience-change"])
    let names = model.team.order.prefix(3).compactMap { place in
      model.team.board.map { Fixture.directory[$0.rows[place].user].label }
    }
    #expect(export.rows.map { $0[0] } == [.text(names[0]), .text(names[2])])
  }

  @Test func `the command line names the marked users and quotes what a shell would read`() {
    var model = Fixture.loadedModel()
    model.arguments = ["--integrated-account", "it's mine"]
    Fixture.press([.character(" ")], on: &model)
    let id = model.team.marked.first.map { Fixture.directory[$0].id } ?? ""
    #expect(
      model.commandLine
        == #"rapport interactions --integrated-account 'it'\''s mine' --range 30d --by week"#
        + " --user \(id) -o table")
  }

  @Test(arguments: BoardChoices.Summary.allCases)
  func `every summary can be drawn`(_ summary: BoardChoices.Summary) {
    var model = Fixture.loadedModel(columns: 100, rows: 20, resource: .activity)
    model.choices.board.summary = summary
    let text = DashboardProgram.view(model, size: model.size).text
    let titles = ["Team median", "Mean of users", "Total "]
    #expect(titles.filter(text.contains).count == (summary == .none ? 0 : 1))
  }
}
