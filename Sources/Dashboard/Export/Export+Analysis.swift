import Analytics
import Records

extension Model {
  /// A row for each field: the users' values, changes, and differences to the first of them.
  func compareExport(_ screen: CompareScreen) -> Export? {
    guard let board = team.board, let directory = snapshot?.directory else { return nil }
    let comparison = UserComparison(board, users: screen.users)
    let names = screen.users.map { directory[$0].label }
    return Export(
      columns: ["metric"] + names.flatMap { [$0, "\($0) change", "\($0) difference"] },
      rows: comparison.lines.map { line in
        [.text(line.field.name)]
          + line.cells.flatMap { cell -> [Export.Value] in
            [
              .exact(cell.headline.value), .exact(cell.headline.change), .exact(cell.difference),
            ]
          }
      })
  }

  /// A row for each bar: its bounds and how many users are in it.
  func distributionExport(_ screen: DistributionScreen, _ part: ExportPart) -> Export? {
    guard let distribution, !distribution.bins.isEmpty else { return nil }
    let bins = part.of(distribution.bins, selected: bar(screen, of: distribution))
    return Export(
      columns: ["\(distribution.field.name) from", "to", "users"],
      rows: bins.map {
        [.exact($0.lower), .exact($0.upper), .number(Double($0.users.count))]
      })
  }

  /// A row for each finding, in order.
  func attentionExport(_ screen: AttentionScreen, _ part: ExportPart) -> Export? {
    guard let findings = team.attention?.findings, let directory = snapshot?.directory else {
      return nil
    }
    let chosen = part.of(findings, selected: screen.cursor.selected)
    guard !chosen.isEmpty else { return nil }
    return Export(
      columns: ["user.name", "metric", "finding", "value", "usual", "deviations"],
      rows: chosen.map { finding in
        let (words, usual) = finding.exported
        return [
          .text(directory[finding.user].label), .text(finding.field.name), .text(words),
          .exact(finding.value), .exact(usual), .exact(finding.deviations),
        ]
      })
  }
}

extension Attention.Finding {
  /// What was found in a word or two, and what it is measured against.
  fileprivate var exported: (words: String, usual: Double) {
    switch kind {
    case .change(let median, _): (value > median ? "rose" : "fell", median)
    case .outsideTarget(let target, .below, _, _): ("below target", target.lower ?? value)
    case .outsideTarget(let target, _, _, _): ("above target", target.upper ?? value)
    }
  }
}
