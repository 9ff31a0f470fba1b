/// A horizontal bar from a line at zero: to the left for a value below it, to the right for one
/// above, as long as the value's share of `maximum` on either side, in eighths of a column where
/// the glyphs allow. It takes exactly `columns`; what is greater than the maximum ends there,
/// something other than zero is never drawn as nothing, and a value that is not finite is.
package func differenceBar(
  _ value: Double, maximum: Double, columns: Int, style: Style, axis: Style = .plain,
  glyphs: GlyphSet
) -> Line {
  guard columns >= 3 else { return Line(String(repeating: " ", count: max(0, columns))) }
  // Both sides have the same scale, so that of an even number of columns one stays free.
  let side = (columns - 1) / 2
  let steps = glyphs == .ascii ? 1 : 8
  var length = 0
  if value.isFinite, value != 0 {
    let share = maximum > 0 ? min(1, abs(value) / maximum) : 1
    length = max(1, Int(nearest: share * Double(side * steps)))
  }
  let isLeft = value < 0
  let (left, right) = (isLeft ? length : 0, isLeft ? 0 : length)
  let rest = String(repeating: " ", count: columns - 1 - 2 * side)
  return Line(
    spans: leftBar(left, steps: steps, columns: side, style, glyphs) + [
      Span(glyphs == .ascii ? "|" : "│", axis),
      Span(rightBar(right, steps: steps, columns: side, glyphs) + rest, style),
    ])
}

private func rightBar(_ length: Int, steps: Int, columns: Int, _ glyphs: GlyphSet) -> String {
  bar(fraction: Double(length) / Double(columns * steps), columns: columns, glyphs: glyphs)
}

/// There are no blocks that grow from the right, so the free part of the last cell is drawn, with
/// foreground and background exchanged.
private func leftBar(
  _ length: Int, steps: Int, columns: Int, _ style: Style, _ glyphs: GlyphSet
) -> [Span] {
  let whole = length / steps
  let free = length % steps == 0 ? 0 : steps - length % steps
  let blank = String(repeating: " ", count: columns - whole - (free > 0 ? 1 : 0))
  let full = rightBar(whole * steps, steps: steps, columns: columns, glyphs).prefix(whole)
  guard free > 0 else { return [Span(blank + full, style)] }
  var exchanged = style
  exchanged.attributes.formSymmetricDifference(.reverse)
  return [
    Span(blank, style), Span(rightBar(free, steps: steps, columns: 1, glyphs), exchanged),
    Span(String(full), style),
  ]
}
