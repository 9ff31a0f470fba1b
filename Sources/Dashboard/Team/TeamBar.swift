import Analytics
import Canvas
import Records

/// The second line of the team's screen: who and how many, in which order, filtered by what, and
/// what the team's values are like.
func drawTeamBar(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  let name = model.choices.resource == .interactions ? "Interactions" : "Activity"
  var left = [BarPart("\(model.chosenTeam?.name ?? "Team") › \(name)", theme[.title], rank: 9)]
  if let board = model.team.board {
    if model.knowsRange {
      left.append(BarPart(countText(model, board), theme[.muted], rank: 6))
    }
    let others = model.snapshot?.recordsOfOtherPeriods ?? 0
    if others > 0 {
      let words = "\(others) \(others == 1 ? "record" : "records") of other days left out"
      left.append(BarPart(words, theme[.statusWarning], rank: 4))
    }
    if !model.choices.filter.isEmpty {
      left.append(BarPart("filter \(model.choices.filter)", theme[.match], rank: 8))
    }
    if !model.team.marked.isEmpty {
      left.append(BarPart("\(model.team.marked.count) marked", theme[.marked], rank: 7))
    }
    left.append(BarPart(sortText(model), theme[.muted], rank: 5))
  }
  drawBar(
    left: left, right: statisticsParts(model), row: 1, style: theme[.text], into: &frame)
}

/// `44 of 48 with data`, and how many of them the filter leaves over.
private func countText(_ model: Model, _ board: TeamBoard) -> String {
  let all = "\(board.rows.count) of \(board.userCount) with data"
  return model.team.matches.map { "\($0.count) of \(all)" } ?? all
}

private func sortText(_ model: Model) -> String {
  let keys = model.sorts.map { sort in
    "\(sort.key.title) \(sort.order.arrow)"
  }
  return "sort " + keys.joined(separator: ", ")
}

private func statisticsParts(_ model: Model) -> [BarPart] {
  let theme = model.preferences.theme
  let field = model.chosenField
  guard let statistics = model.team.board?.statistics(field) else { return [] }
  let median = NumberText.value(statistics.median, model.unit(of: field))
  let mean = NumberText.value(statistics.mean, model.unit(of: field))
  return [
    BarPart("\(field.title.lowercased()):", theme[.muted], rank: 2),
    BarPart("median \(median)", theme[.median], rank: 4),
    BarPart("mean of users \(mean)", theme[.muted], rank: 3),
  ]
}
