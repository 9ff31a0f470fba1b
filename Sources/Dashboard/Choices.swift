package import Records

/// What the user chose to see: remembered for each account, and saved under the names of views.
package struct Choices: Equatable, Sendable {
  /// The days that the screens are about.
  package var range: RangeChoice
  /// What the range is compared with.
  package var comparison = Comparison.previous
  /// How long the periods of the trend are.
  package var granularity: Granularity
  /// The resource whose board is on screen.
  package var resource: Resource
  /// The name of the team that everything is narrowed to; nil for everyone.
  package var team: String?
  /// What was typed to filter the users by; empty for no filter.
  package var filter = ""
  /// Whether rows that the filter leaves out are shown muted.
  package var showsUnmatched = false
  /// Whether users without data are listed.
  package var listsEveryone = false
  /// Columns and order of each board, where the user changed them.
  package var boards: [Resource: BoardChoices] = [:]
  /// Column and order of tables of conversations.
  package var conversations = ConversationChoices()
  /// What the colours of values say.
  package var coloring = Coloring.targets
  /// How charts are drawn.
  package var chart = ChartKind.line
  /// Whether the mouse selects and scrolls; then the terminal selects no text with it.
  package var listensToMouse = false

  /// The choices at the start.
  package init(
    range: RangeChoice = .rolling(days: 30, back: 0), granularity: Granularity = .week,
    resource: Resource = .interactions
  ) {
    self.range = range
    self.granularity = granularity
    self.resource = resource
  }

  /// What an account's data core is asked for.
  func query(_ account: String, today: Day) -> Query {
    Query(
      account: account, resource: resource, range: range.span(today: today),
      compared: range.comparedSpan(today: today, comparison: comparison),
      granularity: granularity, today: today)
  }

  /// What the colours of values say.
  package enum Coloring: String, CaseIterable, Sendable { case targets, heat, none }

  /// How charts are drawn.
  package enum ChartKind: String, CaseIterable, Sendable { case line, bar }

  /// The choices for the board on screen.
  var board: BoardChoices {
    get { boards[resource] ?? BoardChoices(resource) }
    set { boards[resource] = newValue }
  }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The case after this one, around the end: what a key that goes through all of them leads to.
  var next: Self {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}

/// What the user chose for one board.
package struct BoardChoices: Equatable, Sendable {
  /// The column that the keys work on; trend and charts show its field.
  package var chosen: BoardColumn
  /// The orders of the rows, the first one deciding; later ones where it finds users equal.
  package var sorts: [Sort]
  /// What stands over the rows.
  package var summary: Summary
  /// The columns in their order, once the user changed them; nil for those that fit the width.
  package var columns: [ColumnChoice]?

  /// A board as it is at first: by its first field, from high to low, with the team's medians or
  /// the sums of its counters.
  package init(_ resource: Resource) {
    chosen = .value(resource.fields[0])
    sorts = [Sort(key: chosen, isDescending: true)]
    summary = resource == .interactions ? .median : .total
  }

  /// What stands over the rows: of all users with a value, whether or not the filter shows them.
  package enum Summary: String, CaseIterable, Sendable { case median, mean, total, none }

  /// An order of a board's rows.
  package struct Sort: Equatable, Sendable {
    /// The column that decides the order.
    package var key: BoardColumn
    /// Whether the order is from high to low.
    package var isDescending: Bool

    /// An order by a column.
    package init(key: BoardColumn, isDescending: Bool) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  /// A column, shown or not, and how wide.
  package struct ColumnChoice: Equatable, Sendable {
    /// The column that this is about.
    package var column: BoardColumn
    /// Whether the table shows it.
    package var isShown: Bool
    /// The width that the user gave it; nil for what its values need.
    package var width: Int?

    /// A choice for a column.
    package init(_ column: BoardColumn, isShown: Bool = true, width: Int? = nil) {
      self.column = column
      self.isShown = isShown
      self.width = width
    }
  }
}
