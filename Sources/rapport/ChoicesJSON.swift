import Dashboard
import Records
import Wire

/// What a person chose as JSON.
enum ChoicesJSON {
  static func write(_ choices: Choices, into json: inout JSONWriter) {
    json.beginObject()
    let (range, back) = steps(of: choices.range)
    json.member("range", range)
    json.member("back", back)
    json.member("by", choices.granularity.rawValue)
    json.member("resource", choices.resource.rawValue)
    json.member("team", choices.team)
    json.member("filter", choices.filter)
    json.member("shows_unmatched", choices.showsUnmatched)
    json.member("lists_everyone", choices.listsEveryone)
    json.member("comparison", choices.comparison.rawValue)
    json.member("coloring", choices.coloring.rawValue)
    json.member("chart", choices.chart.rawValue)
    json.key("conversations")
    write(choices.conversations, into: &json)
    json.key("boards")
    json.beginObject()
    for resource in Resource.allCases {
      guard let board = choices.boards[resource] else { continue }
      json.key(resource.rawValue)
      write(board, into: &json)
    }
    json.endObject()
    json.endObject()
  }

  /// The choices that a value states; those of the start where it states none.
  static func read(_ json: JSONValue?) -> Choices {
    var choices = Choices()
    guard let json else { return choices }
    choices.range = range(json) ?? choices.range
    choices.granularity = json["by"]?.value() ?? choices.granularity
    choices.resource = json["resource"]?.value() ?? choices.resource
    choices.team = json["team"]?.string
    choices.filter = json["filter"]?.string ?? ""
    choices.showsUnmatched = json["shows_unmatched"]?.bool ?? false
    choices.listsEveryone = json["lists_everyone"]?.bool ?? false
    choices.comparison = json["comparison"]?.value() ?? choices.comparison
    choices.coloring = json["coloring"]?.value() ?? choices.coloring
    choices.chart = json["chart"]?.value() ?? choices.chart
    choices.conversations = conversations(json["conversations"])
    for resource in Resource.allCases {
      choices.boards[resource] = json["boards"]?[resource.rawValue].map { board($0, resource) }
    }
    return choices
  }

  /// A range as text, and how many times its length it was stepped back: that is kept as it was
  /// chosen, and does not become two dates.
  private static func steps(of range: RangeChoice) -> (text: String, back: Int) {
    switch range {
    case .rolling(let days, let back): ("\(days)d", back)
    case .unit(let unit, let back): ("this-\(unit.rawValue)", back)
    case .dates(let span): ("\(span.start.text)..\(span.end.text)", 0)
    }
  }

  private static func range(_ json: JSONValue) -> RangeChoice? {
    guard let text = json["range"]?.string, let range = try? RangeChoice(text: text) else {
      return nil
    }
    guard case .integer(let steps)? = json["back"]?.number, (0...10_000).contains(steps) else {
      return range
    }
    switch range {
    case .rolling(let days, _): return .rolling(days: days, back: Int(steps))
    case .unit(let unit, _): return .unit(unit, back: Int(steps))
    case .dates: return range
    }
  }

  private static func write(_ choices: ConversationChoices, into json: inout JSONWriter) {
    json.beginObject()
    json.member("chosen", choices.chosen.name)
    json.member("sorted", choices.sorted.name)
    json.member("descending", choices.isDescending)
    json.endObject()
  }

  private static func conversations(_ json: JSONValue?) -> ConversationChoices {
    var choices = ConversationChoices()
    func column(_ name: String) -> ConversationColumn? {
      json?[name]?.string.flatMap(ConversationColumn.saved)
    }
    choices.chosen = column("chosen") ?? choices.chosen
    choices.sorted = column("sorted") ?? choices.sorted
    choices.isDescending = json?["descending"]?.bool ?? choices.isDescending
    return choices
  }

  private static func write(_ board: BoardChoices, into json: inout JSONWriter) {
    json.beginObject()
    json.member("chosen", board.chosen.name)
    json.member("summary", board.summary.rawValue)
    json.key("sorts")
    json.beginArray()
    for sort in board.sorts {
      json.beginObject()
      json.member("column", sort.key.name)
      json.member("descending", sort.isDescending)
      json.endObject()
    }
    json.endArray()
    if let columns = board.columns {
      json.key("columns")
      json.beginArray()
      for choice in columns {
        json.beginObject()
        json.member("column", choice.column.name)
        json.member("shown", choice.isShown)
        if let width = choice.width { json.member("width", width) }
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }

  private static func board(_ json: JSONValue, _ resource: Resource) -> BoardChoices {
    var board = BoardChoices(resource)
    board.chosen = column(json["chosen"], resource) ?? board.chosen
    board.summary = json["summary"]?.value() ?? board.summary
    let sorts = json["sorts"].map { Array($0.elements) } ?? []
    let known = sorts.compactMap { sort in
      column(sort["column"], resource).map {
        BoardChoices.Sort(key: $0, isDescending: sort["descending"]?.bool ?? true)
      }
    }
    if !known.isEmpty { board.sorts = known }
    board.columns = json["columns"].map { columns in
      columns.elements.compactMap { choice in
        guard let column = column(choice["column"], resource) else { return nil }
        var width: Int?
        if case .integer(let cells)? = choice["width"]?.number, (4...60).contains(cells) {
          width = Int(cells)
        }
        return BoardChoices.ColumnChoice(
          column, isShown: choice["shown"]?.bool ?? true, width: width)
      }
    }
    return board
  }

  /// The column of a name; nil for one that this board never has.
  private static func column(_ json: JSONValue?, _ resource: Resource) -> BoardColumn? {
    guard let name = json?.string else { return nil }
    return BoardColumn.saved(name, of: resource)
  }
}
