import Canvas
import Testing

@Suite struct TableTests {
  private static let people = [
    ("Ana Lopes", "41", "1.12 s", "+0.21"), ("李小龙", "37", "0.94 s", "-0.02"),
    ("Chidi Okafor", "3", "0.91 s", "–"),
  ]

  private func table(count: Int = 3) -> Table {
    var table = Table(
      columns: [
        TableColumn("User", minimum: 8, maximum: 30), TableColumn("Calls", .right),
        TableColumn("Patience", .right, order: .descending),
        TableColumn("Change", .right, minimum: 8),
      ], count: count
    ) { index in
      let person = Self.people[index % 3]
      return [Line(person.0), Line(person.1), Line(person.2), Line(person.3)]
    }
    table.selected = 1
    return table
  }

  private func drawn(_ table: Table, _ columns: Int, _ rows: Int) -> (String, Table.Visible) {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    let visible = table.draw(into: &frame, in: Rect(frame.size), theme: .plain)
    return (frame.text, visible)
  }

  @Test func `names, right-aligned numbers, the sort arrow and the selected row are drawn`() {
    let (text, visible) = drawn(table(), 50, 5)
    #expect(
      text == """
          User                 Calls  Patience▼   Change
          Ana Lopes               41    1.12 s     +0.21
        > 李小龙                  37    0.94 s     -0.02
          Chidi Okafor             3    0.91 s         –


        """)
    #expect(visible.rows == 0..<3)
    #expect(visible.layout.hiddenRight == 0)
  }

  @Test func `columns that do not fit are hidden, and it is said`() {
    var table = table()
    table.columns[0].maximum = 12
    let (text, visible) = drawn(table, 30, 3)
    #expect(
      text == """
          User       Calls  Patience▼›
          Ana Lopes     41    1.12 s
        > 李小龙        37    0.94 s

        """)
    #expect(visible.layout.places.map(\.index) == [0, 1, 2])
    #expect(visible.layout.hiddenRight == 1)
  }

  @Test func `scrolling sideways keeps the first column`() {
    var table = table()
    table.skippedColumns = 2
    let (text, visible) = drawn(table, 26, 3)
    #expect(
      text == """
          User       ‹  Change
          Ana Lopes      +0.21
        > 李小龙         -0.02

        """)
    #expect(visible.layout.places.map(\.index) == [0, 3])
    #expect(visible.layout.hiddenLeft == 2)
  }

  @Test(arguments: [-4, 0, 3, 99])
  func `scrolling sideways never leaves the columns there are`(skipped: Int) {
    var table = table()
    table.skippedColumns = skipped
    let (_, visible) = drawn(table, 50, 3)
    #expect(visible.layout.places.first?.index == 0)
    #expect(visible.layout.places.last?.index == 3)
  }

  @Test func `the team's row stands under the header`() {
    var table = table()
    table.summaries = [["median", "37", "0.94 s", ""]]
    #expect(
      drawn(table, 34, 3).0 == """
          User           Calls  Patience▼›
          median            37    0.94 s
          Ana Lopes         41    1.12 s

        """)
  }

  @Test func `marked rows are told apart`() {
    var table = table()
    table.isMarked = { $0 < 2 }
    var frame = Frame(size: Size(columns: 20, rows: 3))
    table.draw(into: &frame, in: Rect(frame.size), theme: .plain)
    #expect(frame.text(ofRow: 1).hasPrefix(" *Ana"))
    #expect(frame.text(ofRow: 2).hasPrefix(">*李"))
    #expect(frame[5, 1].style == Theme.plain[.marked])
    #expect(frame[5, 2].style == Theme.plain[.marked].on(Theme.plain[.selection]))
  }

  @Test func `the end of a bar to the left is a picture on the selected row too`() {
    let colors = Style(foreground: .palette(7), background: .palette(8))
    let theme = Theme(
      name: "t", variant: .dark, foreground: .terminal, background: .terminal,
      styles: [.selection: colors])
    var table = Table(columns: [TableColumn("A", minimum: 5)], count: 1) { _ in
      [differenceBar(-0.7, maximum: 1, columns: 5, style: .plain, glyphs: .block)]
    }
    table.selected = 0
    for (theme, end, rest) in [
      (
        theme, Style(foreground: .palette(7), background: .palette(8), attributes: .reverse), colors
      ),
      (Theme.plain, Style.plain, Style(attributes: .reverse)),
    ] {
      var frame = Frame(size: Size(columns: 9, rows: 2))
      table.draw(into: &frame, in: Rect(frame.size), theme: theme)
      #expect(frame[2, 1] == Cell("▋", style: end))
      #expect(frame[3, 1] == Cell("█", style: rest))
    }
  }

  private func header(_ columns: [TableColumn], _ width: Int) -> String {
    drawn(Table(columns: columns, count: 0) { _ in [] }, width, 1).0
  }

  @Test func `the header says by what the rows are sorted, and in which order of several`() {
    var columns = [
      TableColumn("User", minimum: 6, maximum: 10),
      TableColumn("Calls", .right, order: .descending),
      TableColumn("Patience", .right, minimum: 10), TableColumn("Story", .right),
    ]
    #expect(header(columns, 50) == "  User        Calls▼   Patience  Story\n")
    columns[1].orderPlace = 2
    columns[3].order = .ascending
    #expect(header(columns, 50) == "  User        Calls▼2   Patience  Story▲1\n")
    columns[0].order = .ascending
    columns[0].orderPlace = 3
    #expect(header(columns, 50).hasPrefix("  User▲3      Calls▼2  "))
  }

  @Test func `a column has the width that the user gave it`() {
    var columns = [
      TableColumn("User", minimum: 6, maximum: 30), TableColumn("Calls", .right),
      TableColumn("Story", .right),
    ]
    columns[0].width = 9
    columns[1].width = 3
    columns[2].width = 8
    #expect(header(columns, 60) == "  User       Ca…     Story\n")
    columns[2].width = 500
    #expect(header(columns, 30) == "  User       Ca…             ›\n")
    columns[0].width = 500
    #expect(TableLayout(columns, frozen: 1, skipped: 0, width: 40).places[0].columns == 20)
    columns[0].width = -3
    #expect(TableLayout(columns, frozen: 1, skipped: 0, width: 40).places[0].columns == 1)
  }

  @Test func `several rows about the whole table stand under the header`() {
    var table = table(count: 100)
    table.summaries = [["median", "37", "0.94 s", ""], ["mean", "27", "0.99 s", ""]]
    let (text, visible) = drawn(table, 44, 6)
    #expect(visible.rows == 0..<3)
    #expect(text.split(separator: "\n").map { $0.prefix(8) }[1...2] == ["  median", "  mean  "])
    #expect(drawn(table, 44, 2).1.rows.isEmpty)
  }

  @Test func `the selected row has one style from edge to edge`() throws {
    let red = Style(foreground: .rgb(red: 200, green: 0, blue: 0))
    let theme = Theme(
      name: "t", variant: .dark, foreground: .terminal, background: .terminal,
      styles: [.selection: Style(background: .palette(8))])
    var table = Table(columns: [TableColumn("A", minimum: 3)], count: 1) { _ in [Line("x", red)] }
    table.selected = 0
    var frame = Frame(size: Size(columns: 8, rows: 2))
    table.draw(into: &frame, in: Rect(frame.size), theme: theme)
    #expect(frame.row(1).allSatisfy { $0.style == Style(background: .palette(8)) })
  }

  @Test func `only the rows that are seen are asked for`() {
    var asked: [Int] = []
    var table = Table(columns: [TableColumn("N", .right, minimum: 5)], count: 10_000) {
      asked.append($0)
      return [Line(String($0))]
    }
    table.offset = 9_000
    let (text, visible) = drawn(table, 12, 4)
    #expect(asked == [9_000, 9_001, 9_002])
    #expect(visible.rows == 9_000..<9_003)
    #expect(text.hasPrefix("      N\n   9000\n"))
    table.offset = 12_000
    #expect(drawn(table, 12, 4).1.rows == 9_997..<10_000)
  }

  @Test(arguments: [
    (0, 0, 10, 100, 0), (0, 10, 10, 100, 1), (50, 20, 10, 100, 20), (95, 99, 10, 100, 90),
    (5, 2, 10, 3, 0), (0, 5, 0, 100, 0), (7, 0, 10, 0, 0), (-3, 2, 10, 100, 0),
  ])
  func `the selected row stays in sight`(
    offset: Int, selected: Int, visible: Int, count: Int, result: Int
  ) {
    #expect(
      Table.scrolled(offset: offset, selected: selected, visible: visible, count: count) == result)
  }

  @Test func `no size is too small or too large, and nothing is drawn outside`() {
    for columns in 0...40 {
      for rows in 0...4 {
        var frame = Frame(size: Size(columns: 44, rows: 6))
        let rect = Rect(column: 2, row: 1, columns: columns, rows: rows)
        var table = table()
        table.summaries = [["median", "37", "", ""]]
        let visible = table.draw(into: &frame, in: rect, theme: .plain)
        for place in visible.layout.places { #expect(place.column + place.columns <= columns) }
        for row in 0..<6 {
          for column in 0..<44
          where row < rect.row || row >= rect.endRow || column < 2 || column >= rect.endColumn {
            #expect(frame[column, row] == Cell(" "), "\(columns)×\(rows) at \(column),\(row)")
          }
        }
      }
    }
  }
}
