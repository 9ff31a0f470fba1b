import Canvas

extension Model {
  mutating func performInHelp(_ action: Action) {
    let page = max(1, size.rows - 4)
    switch action {
    case .back, .open: help = nil
    case .moveDown: scrollHelp(by: 1)
    case .moveUp: scrollHelp(by: -1)
    case .pageDown: scrollHelp(by: page)
    case .pageUp: scrollHelp(by: -page)
    case .halfPageDown: scrollHelp(by: page / 2)
    case .halfPageUp: scrollHelp(by: -page / 2)
    case .moveToFirst: help = 0
    case .moveToLast: scrollHelp(by: HelpText.lines.count)
    default: break
    }
  }

  private mutating func scrollHelp(by rows: Int) {
    let last = max(0, HelpText.lines.count - max(1, size.rows - 4))
    help = min(max((help ?? 0) + rows, 0), last)
  }
}
