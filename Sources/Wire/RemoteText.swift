/// A server's words, as they may stand in a sentence of ours.
enum RemoteText {
  /// The most characters of a server that a sentence bears.
  static let limit = 160

  /// The text on one line, an ellipsis in the place of what is over the limit.
  ///
  /// Space of any kind becomes one space, what is not drawn (direction marks, joiners) is left out,
  /// and control, private and unassigned characters become U+FFFD, so that an attack is seen.
  static func excerpt(_ text: String, limit: Int = limit) -> String {
    var excerpt = String.UnicodeScalarView()
    var count = 0
    var needsSpace = false
    for scalar in text.unicodeScalars {
      guard !scalar.properties.isWhitespace else {
        needsSpace = count > 0
        continue
      }
      guard let shown = shown(scalar) else { continue }
      let length = needsSpace ? 2 : 1
      guard count + length <= limit else { return String(excerpt) + "…" }
      if needsSpace { excerpt.append(" ") }
      excerpt.append(shown)
      count += length
      needsSpace = false
    }
    return String(excerpt)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate: "\u{FFFD}"
    case .format: nil
    default: scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
    }
  }
}
