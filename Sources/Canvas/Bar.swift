/// A horizontal bar that fills this share of the columns, in eighths of a column where the glyphs
/// allow, and is padded with spaces to exactly `columns`. Something above zero is never drawn as
/// nothing. A share that is not a number counts as zero.
package func bar(fraction: Double, columns: Int, glyphs: GlyphSet) -> String {
  guard columns > 0 else { return "" }
  let share = fraction.isNaN ? 0 : min(1, max(0, fraction))
  let steps = glyphs == .ascii ? 1 : 8
  var filled = Int(nearest: share * Double(columns * steps))
  if share > 0 { filled = max(1, filled) }
  let whole = glyphs == .ascii ? "#" : "█"
  let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  let text = String(repeating: whole, count: filled / steps) + parts[filled % steps]
  return text.padded(to: columns)
}

/// A progress bar between two edges, `▕████░░▏`, in exactly `columns`; it is full only when the
/// work is done, and empty only when nothing of it is. Nothing is drawn in under three columns.
package func progress(fraction: Double, columns: Int, glyphs: GlyphSet) -> String {
  guard columns >= 3 else { return String(repeating: " ", count: max(0, columns)) }
  let inner = columns - 2
  let share = fraction.isNaN ? 0 : min(1, max(0, fraction))
  var filled = Int(nearest: share * Double(inner))
  if share < 1 { filled = min(filled, inner - 1) }
  if share > 0 { filled = max(filled, min(1, inner)) }
  let (left, done, open, right) =
    glyphs == .ascii ? ("[", "#", ".", "]") : ("▕", "█", "░", "▏")
  return left + String(repeating: done, count: filled)
    + String(repeating: open, count: inner - filled) + right
}
