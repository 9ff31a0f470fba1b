import Records

/// Orders conversations by a column: absent values last either way, equal ones with the newest first.
struct ConversationOrder {
  private let values: [Double?]
  private let names: [String?]
  private let isDescending: Bool
  private let isListed: Bool

  init(
    _ conversations: [ConversationSummary], _ reader: ConversationReader,
    _ arrangement: ConversationsScreen.Arrangement
  ) {
    let column = arrangement.sorted
    isDescending = arrangement.isDescending
    // So they are listed.
    isListed = column == .time && isDescending
    let sortsNames = column.isText && column != .sentiment
    values =
      isListed || sortsNames ? [] : conversations.map { reader.number(column, of: $0) }
    names =
      sortsNames
      ? conversations.map { reader.texts(column, of: $0).first?.lowercased() } : []
  }

  /// These places in order.
  func ordered(_ rows: [Int]) -> [Int] {
    if isListed { return rows }
    return rows.sorted { one, other in
      let isFirst =
        names.isEmpty
        ? puts(values[one], before: values[other]) : puts(names[one], before: names[other])
      return isFirst ?? (one < other)
    }
  }

  /// Nil for values that are alike.
  private func puts<Value: Comparable>(_ one: Value?, before other: Value?) -> Bool? {
    guard one != other else { return nil }
    guard let one else { return false }
    guard let other else { return true }
    return (one < other) != isDescending
  }
}
