import Analytics
import Canvas
import Records

/// Draws the screen of a field's distribution over the team.
func drawDistribution(_ model: Model, _ screen: DistributionScreen, into frame: inout Frame) {
  drawCrumbs(model, right: placeParts(model, screen), into: &frame)
  guard let distribution = model.distribution, let snapshot = model.snapshot, !model.hasNoRecords
  else { return drawNothing(model, into: &frame, in: body(of: frame.size)) }
  let layout = DistributionLayout(size: frame.size)
  let theme = model.preferences.theme
  DistributionNumbers(model: model, distribution: distribution)
    .draw(into: &frame, in: layout.numbers)
  if let sentence = sentence(model, distribution) {
    drawSentence(sentence, style: theme[.muted], into: &frame, in: layout.histogram)
  } else {
    histogram(model, screen, distribution, snapshot)
      .draw(into: &frame, in: layout.histogram, theme: theme)
  }
  let bar = model.bar(screen, of: distribution)
  guard distribution.bins.indices.contains(bar) else { return }
  BarUsers(model: model, user: screen.user, field: distribution.field, bin: distribution.bins[bar])
    .draw(snapshot.directory, into: &frame, in: layout.users)
}

/// Where the user stands.
private func placeParts(_ model: Model, _ screen: DistributionScreen) -> [BarPart] {
  guard let board = model.team.board, let snapshot = model.snapshot,
    let user = screen.user, let row = board.row(of: user),
    let place = PlaceText.place(board, row, model.chosenField)
  else { return [] }
  let theme = model.preferences.theme
  return [
    BarPart(snapshot.directory[user].label, theme[.mark], rank: 5),
    BarPart(place, theme[.muted], rank: 4),
  ]
}

/// What is said where bars would say nothing.
private func sentence(_ model: Model, _ distribution: Distribution) -> String? {
  let name = distribution.field.title.lowercased()
  guard let statistics = distribution.statistics else {
    return distribution.fewCalls.isEmpty
      ? "Nobody has a value of \(name) in this range."
      : "Everyone with a value of \(name) in this range has few calls."
  }
  guard distribution.bins.count < 2, statistics.minimum == statistics.maximum else { return nil }
  let value = NumberText.value(statistics.median, model.unit(of: distribution.field))
  return statistics.count == 1
    ? "There is one value of \(name), \(value): nothing to spread."
    : "All \(statistics.count) values of \(name) are alike: \(value)."
}

private func histogram(
  _ model: Model, _ screen: DistributionScreen, _ distribution: Distribution, _ snapshot: Snapshot
) -> Histogram {
  let field = distribution.field
  let unit = model.unit(of: field)
  let bins = distribution.bins
  let step = bins.first.map { $0.upper - $0.lower } ?? 1
  var histogram = Histogram(
    bins: bins.map { .init(lower: $0.lower, upper: $0.upper, count: $0.users.count) },
    edgeLabel: { NumberText.tick($0, step: step, unit) })
  histogram.quartiles = distribution.statistics.map {
    .init(first: $0.lowerQuartile, median: $0.median, third: $0.upperQuartile)
  }
  histogram.band = model.band(of: field)
  histogram.selected = model.bar(screen, of: distribution)
  histogram.glyphs = model.preferences.glyphs
  if let user = screen.user, distribution.bin(of: user) != nil,
    let value = model.team.board?.row(of: user)?[field].value
  {
    let name = snapshot.directory[user].label
    histogram.mark = (value, "\(name) \(NumberText.value(value, unit))")
  }
  return histogram
}
