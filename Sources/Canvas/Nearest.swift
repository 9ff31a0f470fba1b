/// The name that takes the fewest changes to type instead of the one that was typed, letters'
/// case aside; of several the first. An empty list of names gives an empty text.
package func nearest(to typed: String, among names: [String]) -> String {
  // A long text is no misspelling, and comparing takes the product of the lengths.
  let typed = Array(typed.prefix(64).lowercased())
  let ranked = names.map { (name: $0, changes: changes(typed, Array($0.lowercased()))) }
  return ranked.min { $0.changes < $1.changes }?.name ?? ""
}

/// The name that was likely meant: one that begins with what was typed, else the nearest, if no more
/// than half of what was typed has to change. Nil where none is like it.
package func likely(_ typed: String, among names: [String]) -> String? {
  guard !typed.isEmpty else { return nil }
  let start = typed.lowercased()
  if let longer = names.first(where: { $0.lowercased().hasPrefix(start) }) { return longer }
  let nearest = nearest(to: typed, among: names)
  let limit = max(1, min(typed.count, 64) / 2)
  return changes(Array(start.prefix(64)), Array(nearest.lowercased())) <= limit ? nearest : nil
}

/// The number of characters to insert, delete, replace or swap with their neighbour.
private func changes(_ one: [Character], _ other: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    for column in other.indices {
      let same = one[row] == other[column]
      var best = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
