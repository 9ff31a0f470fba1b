import Analytics
import Canvas
import Records

/// Users side by side: the selected field of each, and a line for each field.
func plainCompare(_ model: Model, _ screen: CompareScreen) -> PlainBody {
  guard let snapshot = model.snapshot, let board = model.team.board, !model.hasNothing else {
    return PlainBody(list: [nothingSentence(model)])
  }
  let words = PlainWords(model: model)
  let comparison = UserComparison(board, users: screen.users)
  let names = screen.users.map { snapshot.directory[$0].label }
  var body = PlainBody(
    list: zip(names, comparison.calls).map { "\($0): \(words.calls($1))" })
  if comparison.lines.indices.contains(screen.cursor.selected) {
    let line = comparison.lines[screen.cursor.selected]
    body.place = body.list.count + screen.cursor.selected
    body.selected = [
      PlainWords.selected(line.field.title, screen.cursor.selected, of: comparison.lines.count)
    ]
    body.selected += zip(names, line.cells).enumerated().map { index, named in
      let (name, cell) = named
      var parts = [
        words.judged(cell.headline, line.field, hasFewCalls: cell.hasFewCalls)
      ]
      if index > 0, let difference = cell.difference {
        parts.append("\(words.difference(difference, line.field)) to \(names[0])")
      }
      if let rank = cell.rank { parts.append("rank \(rank)") }
      if index == screen.chosen { parts.append("chosen") }
      return "\(name): \(parts.joined(separator: ", "))"
    }
  }
  body.list += comparison.lines.map { line in
    let values = zip(names, line.cells).map {
      "\($0) \(words.value($1.headline.value, line.field))"
    }
    return "\(line.field.title): \(values.joined(separator: ", "))"
  }
  return body
}

/// How a field is spread: the users of the selected bar, and a line for each bar.
func plainDistribution(_ model: Model, _ screen: DistributionScreen) -> PlainBody {
  guard let distribution = model.distribution, let snapshot = model.snapshot,
    let board = model.team.board, !model.hasNoRecords
  else { return PlainBody(list: [nothingSentence(model)]) }
  let field = distribution.field
  let words = PlainWords(model: model)
  var body = PlainBody(
    list: DistributionNumbers(model: model, distribution: distribution).words)
  if let user = screen.user, let row = board.row(of: user) {
    let place = PlaceText.place(board, row, field).map { ", \($0)" } ?? ""
    body.list.append(
      "\(snapshot.directory[user].label): \(words.fact(row[field], field))"
        + place.replacing(" · ", with: ", "))
  }
  let selected = model.bar(screen, of: distribution)
  let titles = distribution.bins.map { BarUsers.title(of: $0, model.unit(of: field)) }
  if distribution.bins.indices.contains(selected) {
    body.place = body.list.count + selected
    body.selected =
      [PlainWords.selected(titles[selected], selected, of: titles.count)]
      + distribution.bins[selected].users.compactMap { board.row(of: $0) }
      .sorted { ($0[field].value ?? 0) > ($1[field].value ?? 0) }
      .map { "\(snapshot.directory[$0.user].label): \(words.fact($0[field], field))" }
  }
  body.list += titles
  return body
}

/// What stands out: the selected finding in full, and a line for each.
func plainAttention(_ model: Model, _ screen: AttentionScreen) -> PlainBody {
  guard let snapshot = model.snapshot, !model.hasNoRecords else {
    return PlainBody(list: [nothingSentence(model)])
  }
  guard let attention = model.team.attention else {
    return PlainBody(list: ["Working out what stands out …"])
  }
  let words = AttentionWords(model: model, attention: attention, snapshot: snapshot)
  let findings = attention.findings.map(words.text)
  var body = PlainBody(list: [words.counts ?? "Nothing stands out", words.judged])
  if let history = words.history { body.list.append(history) }
  body.list += words.leftOut.map { "Left out: \($0)" }
  if findings.indices.contains(screen.cursor.selected) {
    let finding = findings[screen.cursor.selected]
    body.place = body.list.count + screen.cursor.selected
    body.selected = [
      PlainWords.selected(finding.headline, screen.cursor.selected, of: findings.count),
      finding.detail,
    ]
  }
  body.list += findings.map(\.headline)
  return body
}
