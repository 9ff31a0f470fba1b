/// One response of a provider, read.
package struct Page<Element: Equatable & Sendable>: Equatable, Sendable {
  /// What could be read, in the order in which it came.
  package let records: [Element]
  /// Where the next page starts; nil on the last one. A page without records can have one.
  package let nextCursor: String?
  /// The provider said that this is not everything.
  package let isPartial: Bool
  /// A sentence for each record that could not be read and was left out.
  package let skipped: [String]
  /// Each record as JSON in lines, secrets hidden, in the order of `records`; empty unless asked
  /// for.
  package let raw: [String]

  /// A page of these records.
  package init(
    records: [Element], nextCursor: String? = nil, isPartial: Bool = false, skipped: [String] = [],
    raw: [String] = []
  ) {
    self.records = records
    self.raw = raw
    self.nextCursor = nextCursor
    self.isPartial = isPartial
    self.skipped = skipped
  }
}
