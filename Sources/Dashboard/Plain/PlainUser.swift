import Analytics
import Canvas
import Records

/// One user: the selected period in full, the range, and a line for each period.
func plainUser(_ model: Model, _ screen: UserScreen) -> PlainBody {
  guard let snapshot = model.snapshot, let trend = model.team.trend, !model.hasNothing,
    Int(screen.user) < snapshot.directory.users.count
  else { return PlainBody(list: [nothingSentence(model)]) }
  let words = PlainWords(model: model)
  let calls = trend.calls(of: screen.user)
  var body = PlainBody(list: plainRange(model, snapshot.directory[screen.user], screen.user))
  let places = Array(trend.periods.indices.reversed())
  let names = places.map { DateText.period(trend.periods[$0], today: model.calendarDay) }
  func facts(_ place: Int, _ fields: [Field]) -> [String] {
    let isFew = (calls[place] ?? .infinity) < model.standards.minimumCalls
    return fields.map { field in
      words.fact(trend.values(field, of: screen.user)[place], field, hasFewCalls: isFew)
    }
  }
  if places.indices.contains(screen.cursor.selected) {
    let place = places[screen.cursor.selected]
    body.selected = [
      PlainWords.selected(names[screen.cursor.selected], screen.cursor.selected, of: places.count)
    ]
    if trend.reachesOutside(place) { body.selected.append("It reaches outside the range") }
    body.selected += [words.calls(calls[place])] + facts(place, model.fields)
    body.place = body.list.count + screen.cursor.selected
  }
  body.list += zip(places, names).map { place, name in
    "\(name): \(facts(place, [model.chosenField]).joined()), \(words.calls(calls[place]))"
  }
  return body
}

/// Who the user is, and everything over the range.
private func plainRange(_ model: Model, _ user: User, _ number: UserNumber) -> [String] {
  let words = PlainWords(model: model)
  var lines = ([user.label] + user.emails.map(\.address).filter { $0 != user.label })
  guard let board = model.team.board, let row = board.row(of: number) else {
    return lines + ["No records in this range"]
  }
  lines.append("Over the range: \(words.calls(row.calls))")
  return lines
    + model.fields.map { field in
      let median = board.statistics(field).map { ", team median \(words.value($0.median, field))" }
      let rank = PlaceText.rank(board, row, field).map { ", \($0)" } ?? ""
      return "Over the range: \(words.fact(row[field], field, hasFewCalls: row.hasFewCalls))"
        + "\(median ?? "")\(rank)"
    }
}
