import Analytics
import Canvas
import Records

/// The team: how its values are, who is selected, and a line for each user.
func plainTeam(_ model: Model) -> PlainBody {
  guard let snapshot = model.snapshot, let board = model.team.board, !model.team.order.isEmpty
  else {
    return PlainBody(list: [nothingSentence(model)])
  }
  let words = PlainWords(model: model)
  let rows = model.team.order.map(board.listed)
  var body = PlainBody(list: plainSummary(model, board))
  if let selected = model.team.selectedIndex {
    body.place = body.list.count + selected
    let row = rows[selected]
    body.selected =
      [PlainWords.selected(snapshot.directory[row.user].label, selected, of: rows.count)]
      + [words.calls(row.calls)]
      + model.fields.map { words.fact(row[$0], $0, hasFewCalls: row.hasFewCalls) }
  }
  body.list += rows.map { row in
    var line = "\(snapshot.directory[row.user].label): "
    line +=
      model.chosenColumn == .calls
      ? words.calls(row.calls)
      : words.fact(row[model.chosenField], model.chosenField, hasFewCalls: row.hasFewCalls)
    if model.team.marked.contains(row.user) { line += ", marked" }
    if model.team.matches?.contains(row.user) == false { line += ", left out by the filter" }
    return line
  }
  return body
}

/// How many users there are, in which order, and what the values of the chosen field are like.
private func plainSummary(_ model: Model, _ board: TeamBoard) -> [String] {
  let sorts = model.sorts.map { sort in
    "\(sort.key.title), \(sort.order == .descending ? "highest" : "lowest") first"
  }
  var lines = [
    "\(board.rows.count) of \(board.userCount) users have data",
    "Sorted by \(sorts.joined(separator: "; then by "))",
  ]
  if !model.choices.filter.isEmpty {
    let count = model.team.matches.map { ", which leaves \($0.count)" } ?? ""
    lines.append("Filter \(model.choices.filter)\(count)")
  }
  if !model.team.marked.isEmpty { lines.append("\(model.team.marked.count) marked") }
  let field = model.chosenField
  if let statistics = board.statistics(field) {
    let words = PlainWords(model: model)
    lines.append(
      "\(field.title): median \(words.value(statistics.median, field)), mean of users"
        + " \(words.value(statistics.mean, field))")
  }
  return lines
}
