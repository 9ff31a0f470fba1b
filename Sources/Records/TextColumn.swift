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

  /// Packs texts, one a row, nil where it is absent.
  package init(_ values: [String?]) {
    var places: [Spelling: Int32] = [:]
    var texts: [String] = []
    var last: (spelling: Spelling, place: Int32)?
    let indexes = values.map { value -> Int32 in
      guard let value else { return -1 }
      let spelling = Spelling(text: value)
      // Most rows of most columns say what the row before says.
      if let last, last.spelling == spelling { return last.place }
      let place = places[spelling] ?? Int32(texts.count)
      if place == texts.count {
        places[spelling] = place
        texts.append(value)
      }
      last = (spelling, place)
      return place
    }
    self.texts = texts
    let isUniform = texts.isEmpty || (texts.count == 1 && !indexes.contains(-1))
    self.indexes = isUniform ? [] : indexes
  }

  /// The text of a row; nil where it is absent.
  package subscript(row: Int) -> String? {
    if indexes.isEmpty { return texts.first }
    let index = indexes[row]
    return index < 0 ? nil : texts[Int(index)]
  }

  /// A text told apart by its bytes: Swift takes `é` of one scalar and of two for the same text,
  /// and one would be given back for the other.
  private struct Spelling: Hashable {
    let text: String

    static func == (one: Spelling, other: Spelling) -> Bool {
      guard one.text.utf8.count == other.text.utf8.count else { return false }
      var (one, other) = (one.text, other.text)
      return one.withUTF8 { one in other.withUTF8 { one.elementsEqual($0) } }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
