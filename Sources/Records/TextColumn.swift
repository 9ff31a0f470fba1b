/// Texts of one field, a row each, some of them absent; the same text is kept once.
package struct TextColumn: Equatable, Sendable {
  /// The different texts, in order of their first row.
  package let texts: [String]
  /// For each row the index of its text, -1 where it is absent; empty when all rows share
  /// `texts[0]` or, with no texts, when all are absent.
  package let indexes: [Int32]

  /// Rebuilds a column from its parts, as the cache does.
  package init(texts: [String], indexes: [Int32]) {
    self.texts = texts
    self.indexes = indexes
  }

  package init(_ values: [String?]) {
    var places: [String: Int32] = [:]
    var texts: [String] = []
    let indexes = values.map { value -> Int32 in
      guard let value else { return -1 }
      if let place = places[value] { return place }
      places[value] = Int32(texts.count)
      texts.append(value)
      return Int32(texts.count - 1)
    }
    self.texts = texts
    let isUniform = texts.isEmpty || (texts.count == 1 && !indexes.contains(-1))
    self.indexes = isUniform ? [] : indexes
  }

  package subscript(row: Int) -> String? {
    if indexes.isEmpty { return texts.first }
    let index = indexes[row]
    return index < 0 ? nil : texts[Int(index)]
  }
}
