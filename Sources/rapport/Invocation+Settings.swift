import Canvas
import Configuration
import Dashboard
import Records

extension Invocation {
  /// Whether there is somebody who sees what is said on the screen.
  var isInteractive: Bool {
    switch command {
    case .dashboard, nil: true
    case .open: Output.isTerminal && !has(.output)
    default: false
    }
  }

  /// What is seen of an account that was never looked at before.
  func usualChoices(_ resource: Resource) throws(Stop) -> Choices {
    var choices = Choices(
      range: try range, granularity: try granularity ?? settings.granularity, resource: resource)
    choices.team = settings.team
    choices.chart = Choices.ChartKind(rawValue: settings.charts.kind) ?? .line
    for board in settings.columns {
      guard let resource = Resource(rawValue: board.name) else { continue }
      var chosen = BoardChoices(resource)
      chosen.columns = Invocation.columns(board.value, of: resource)
      choices.boards[resource] = chosen
    }
    return choices
  }

  /// The columns of these names; that of the users is always there.
  private static func columns(
    _ names: [String], of resource: Resource
  ) -> [BoardChoices.ColumnChoice] {
    let prefix = "additional_metrics."
    let columns = names.compactMap { name in
      BoardColumn.saved(
        name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name, of: resource)
    }
    return ((columns.contains(.user) ? [] : [.user]) + columns).map { .init($0) }
  }
}

extension ChartSetting {
  /// The characters that are set; nil for those that suit the terminal.
  var glyphSet: GlyphSet? { GlyphSet(rawValue: glyphs) }
}
