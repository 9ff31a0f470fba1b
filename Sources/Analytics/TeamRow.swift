package import Records

/// A user on the team's boards.
package struct TeamRow: Sendable {
  let columns: TeamColumns
  let index: Int

  /// The number of the user that the row is about.
  package var user: UserNumber { columns.users[index] }

  /// Calls hosted and attended in the range; nil when no record says.
  package var calls: Double? { columns.calls[index].ifPresent }

  /// Too few calls for the metrics to say much.
  package var hasFewCalls: Bool { columns.calls[index] < columns.minimumCalls }

  /// The user's number of a field and what there is to judge it by; empty for a field that is not
  /// the board's.
  package subscript(field: Field) -> Headline {
    guard let column = columns[field], let value = column.values[index].ifPresent else {
      return Headline()
    }
    var headline = Headline(value: value)
    headline.isApproximate = !columns.isExact
    headline.isUnweighted = !column.isUnweighted.isEmpty && column.isUnweighted[index]
    headline.target = column.target?.state(of: value)
    if let earlier = column.earlier[index].ifPresent {
      headline.change = value - earlier
      // Calls that nobody counted are few as well.
      headline.changeHasFewCalls = !(columns.earlierCalls[index] >= columns.minimumCalls)
    }
    return headline
  }
}
