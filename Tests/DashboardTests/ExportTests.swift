import Analytics
import Canvas
import Loop
import Records
import Testing

@testable import Dashboard

/// What can be taken out of each screen.
@Suite struct ExportTests {
  @Test(
    arguments: [
      ([], 10, "user.name"), ([.enter], 5, "user.name"), ([.enter, .enter], 12, "field"),
      (["D"], 8, "patience from"), (["a"], 1, "user.name"),
    ] as [([Key], Int, String)])
  func `every row has a value for each column, and the selected row is one of them`(
    keys: [Key], atLeast: Int, first: String
  ) throws {
    var model = Fixture.loadedModel()
    Fixture.press(keys, on: &model)
    let table = try #require(model.export(.table))
    #expect(table.rows.count >= atLeast && table.columns.first == first)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    model.team.marked = []
    let rows = try #require(model.export(.rows))
    #expect(rows.rows.count == 1 && rows.columns == table.columns)
    #expect(table.rows.contains { $0 == rows.rows[0] })
  }

  @Test func `of fewer periods than there were when one was selected none is taken`() {
    var model = Fixture.loadedModel()
    var screen = UserScreen(user: 0)
    screen.cursor.selected = 90
    model.screens = [.user(screen)]
    #expect(model.export(.rows) == nil)
  }

  @Test func `a comparison is taken out whole, and of its rows those that the users have`() throws {
    var model = Fixture.loadedModel()
    Fixture.press([" ", " "], on: &model)
    let marked = model.export(.rows)
    Fixture.press(["c"], on: &model)
    #expect(marked?.rows.count == 2 && model.export(.rows) == marked)
    let table = try #require(model.export(.table))
    #expect(table.columns.first == "metric" && table.rows.count == 5)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test func `accounts and requests are taken out as they are listed`() throws {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press(["A"], on: &model)
    #expect(model.export(.table)?.rows.count == model.accountReports.count)
    Fixture.press([.escape, "L"], on: &model)
    let log = try #require(model.export(.table))
    #expect(log.rows.count == model.requests.count)
    #expect(log.rows.first?[2] == model.requests.first.map { .text($0.path) })
  }

  @Test func `the cell of a record is its value`() {
    var model = Fixture.loadedModel()
    Fixture.press([.enter, .enter], on: &model)
    let name = model.team.selected.map { Fixture.directory[$0].label } ?? ""
    #expect(
      Fixture.press(["x"], on: &model) == [.copy(.text(name), what: "“\(name)”")])
  }

  @Test func `the help has nothing to copy, and says so`() {
    var model = Fixture.loadedModel()
    Fixture.press(["?"], on: &model)
    #expect(model.export(.table) == nil)
  }

  @Test func `differences carry no digits of the arithmetic`() {
    #expect(Export.Value.exact(1.12 - 0.91) == .number(0.21))
    #expect(Export.Value.exact(nil) == .absent)
  }
}
