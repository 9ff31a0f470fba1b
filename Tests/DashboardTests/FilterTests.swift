import Analytics
import Loop
import Records
import Testing

@testable import Dashboard

@Suite struct FilterTests {
  /// Names of the users that a filter leaves over, in the order of the directory.
  private func matches(_ text: String, resource: Resource = .interactions) -> [String] {
    var model = Fixture.loadedModel(resource: resource)
    model.filter(by: text)
    return (model.team.matches ?? []).sorted().map { Fixture.directory[$0].label }
  }

  @Test(
    arguments: [
      ("ana", ["Ana Lopes", "田中 花子"]), ("ANA LO", ["Ana Lopes"]), ("alo", ["Ana Lopes"]),
      ("hanako@", ["田中 花子"]),
      ("иван", ["Иван Петров"]), ("李", ["李小龍"]), ("xyz", []), ("ana lopes", ["Ana Lopes"]),
      ("featherst !bart", []), ("patience>=0.8 sam", ["Sam 🚀 Reed"]), ("calls<5", ["Chidi Okafor"]),
      ("story<0:40", ["Ana Lopes"]),
    ] as [(String, [String])])
  func `words find names and emails, and numbers compare columns`(text: String, names: [String]) {
    #expect(matches(text) == names)
  }

  @Test(
    arguments: [
      ("Zoë Åkerström", "zoe", true), ("Zoë Åkerström", "akers", true),
      ("Zoe\u{308} Akerstrom", "zoe", true), ("Ana Lopes", "anlo", true),
      ("Ana Lopes", "aes", false), ("Łukasz", "lukasz", true), ("ИВАН", "иван", true),
    ])
  func `letters are found without their accents and at the beginnings of words`(
    text: String, typed: String, isFound: Bool
  ) {
    #expect(FuzzyText(text).contains(FuzzyText(typed).letters) == isFound)
  }

  @Test func `an exclamation mark turns a term round`() {
    let all = Set(matches("@example"))
    #expect(all.count > 5)
    #expect(Set(matches("!ana")) == all.subtracting(["Ana Lopes", "田中 花子"]))
    #expect(
      Set(matches("!patience>=0.9")).isDisjoint(with: matches("patience>=0.9")))
  }

  @Test func `an absent value meets no comparison`() {
    #expect(!matches("patience>=0").contains("Иван Петров"))
    #expect(!matches("!patience>=0").contains("Иван Петров"))
  }

  @Test(
    arguments: [
      ("patiense<1", "There is no column “patiense” to compare."),
      ("patience<x", "Write a number after “patience<”, as 0.6 or 1:30."),
    ])
  func `what cannot be read is said, and leaves everyone`(text: String, mistake: String) {
    var model = Fixture.loadedModel()
    model.filter(by: text)
    #expect(model.team.filterMistake == mistake)
    #expect(model.team.order.count == model.team.board?.rows.count)
  }

  @Test(
    arguments: [
      ("patience", BoardColumn.value(.metric(.patience))),
      ("story", .value(.metric(.longestCustomerStory))),
      ("question-rate", .value(.metric(.questionRate))), ("quest", .value(.metric(.questionRate))),
      ("patience-change", .change(.metric(.patience))), ("calls", .calls),
    ])
  func `a column is named by its name or a part of it`(text: String, column: BoardColumn) {
    #expect(
      BoardColumn.named(
        text, among: BoardColumn.all(of: .interactions, fields: Resource.interactions.fields))
        == column)
  }

  @Test(arguments: ["Talk ratio (%)", "a<b=c", "!seen", "Anteil"])
  func `an additional metric can be filtered by whatever it is called`(name: String) throws {
    let columns = BoardColumn.all(of: .interactions, fields: [.additional(name)])
    let column = BoardColumn.value(.additional(name))
    #expect(BoardColumn.named(name, among: columns) == column)
    #expect(BoardColumn.named(column.filterName, among: columns) == column)
    let word = column.filterName
    let expected = try Filter("\(word)>=0.5 \(word)<1", columns: columns)
    #expect(try Filter("ana", columns: columns) != expected)
    #expect(!word.contains { " <>=!".contains($0) })
  }

  @Test func `rows that do not match can be shown, and n goes from match to match`() {
    var model = Fixture.loadedModel()
    model.filter(by: "calls>=50")
    let few = model.team.order.count
    #expect(few > 1 && few < 10)
    Fixture.press(["&"], on: &model)
    #expect(model.team.order.count == model.team.board?.rows.count)
    var seen: [UserNumber] = []
    for _ in 0..<few {
      Fixture.press(["n"], on: &model)
      if let selected = model.team.selected { seen.append(selected) }
    }
    #expect(Set(seen) == model.team.matches)
    Fixture.press(["N"], on: &model)
    #expect(model.team.selected == seen[few - 2])
  }

  @Test func `Esc clears the filter before it does anything else`() {
    var model = Fixture.loadedModel()
    model.filter(by: "ana")
    #expect(model.team.order.count == 2)
    Fixture.press([.escape], on: &model)
    #expect(model.choices.filter.isEmpty && model.notice == nil)
    #expect(model.team.order.count == model.team.board?.rows.count)
  }
}
