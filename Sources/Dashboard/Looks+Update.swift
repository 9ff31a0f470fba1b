import Canvas
import Records

extension Model {
  /// What the keys of colours and pictures do; false for other actions.
  mutating func performOnLooks(_ action: Action) -> Bool {
    switch action {
    case .coloring:
      choices.coloring = choices.coloring.next
      refreshHeat()
      notice = choices.coloring.sentence
    case .chartKind: choices.chart = choices.chart.next
    case .glyphs:
      preferences.glyphs = preferences.glyphs.next
      notice = "Pictures are drawn in \(preferences.glyphs.words)."
    default: return false
    }
    return true
  }
}

extension Choices.Coloring {
  fileprivate var sentence: String {
    switch self {
    case .targets: "Colours say how values lie to your targets."
    case .heat: "Colours say how high values are among the team's, in five degrees."
    case .none: "Values have no colours; the signs of your targets stay."
    }
  }
}

extension GlyphSet {
  fileprivate var words: String {
    switch self {
    case .braille: "braille"
    case .block: "blocks"
    case .ascii: "ASCII"
    }
  }
}
