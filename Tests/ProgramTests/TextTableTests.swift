import Canvas
import Records
import Testing

@testable import rapport

/// Tables fit the terminal that they are printed on.
@Suite struct TextTableTests {
  static let users = [
    User(id: "1", name: "Zoë Müller-Lüdenscheidt"), User(id: "2", name: "李小龍 👩‍👩‍👧"),
    User(id: "3", name: "Bob\u{1B}[31m"),
  ]

  static func records(_ resource: Resource, starts: [String] = ["2026-10-01"]) -> [Record] {
    starts.flatMap { start in
      users.map { user in
        Record(
          resource: resource, id: user.id, user: user, startTime: start + "T00:00:00Z",
          endTime: "2026-11-01T00:00:00Z",
          values: resource.fields.indices.map { $0 == 1 ? nil : .decimal(Double($0) + 0.25) })
      }
    }
  }

  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test func `without a terminal all is there in full`() {
    let lines = Self.lines(TextTable.of(Self.records(.activity), .activity).text())
    #expect(lines.count == 4)
    for field in Resource.activity.fields { #expect(lines[0].contains(field.name.uppercased())) }
    #expect(lines[1].hasPrefix("Zoë Müller-Lüdenscheidt  2026-10-01  2026-11-01"))
  }

  @Test(arguments: [40, 60, 80, 100, 120, 200, 400], [Resource.interactions, .activity])
  func `no line is wider than the terminal`(width: Int, resource: Resource) {
    let text = TextTable.of(Self.records(resource), resource).text(within: width)
    for line in Self.lines(text) { #expect(line.columns <= width, "\(line)") }
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `titles are broken first, then texts are shortened, then columns are left out`() {
    let table = TextTable.of(Self.records(.interactions), .interactions)
    #expect(table.leftOut(within: 400) == [])
    let broken = Self.lines(table.text(within: 110))
    #expect(table.leftOut(within: 110) == [])
    #expect(broken[0].contains("LONGEST_"))
    #expect(broken[2].hasPrefix("USER"))
    #expect(broken[3].hasPrefix("Zoë Müller-Lüdenscheidt "))
    #expect(Self.lines(table.text(within: 98))[3].hasPrefix("Zoë Müller-Lüde…  "))
    #expect(table.leftOut(within: 80) == ["FROM", "TO"])
    #expect(table.leftOut(within: 60) == ["FROM", "TO", "LONGEST_CUSTOMER_STORY"])
  }

  @Test func `the start of periods stays where it tells records apart`() {
    let table = TextTable.of(
      Self.records(.interactions, starts: ["2026-10-01", "2026-10-08"]), .interactions)
    #expect(!table.leftOut(within: 60).contains("FROM"))
  }
}
