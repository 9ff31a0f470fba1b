/// Records of one resource in columns, a row each, in order of `users`.
///
/// The columns are shared by all copies of the value: trends hand hundreds of them around.
package struct RecordTable: Equatable, Sendable {
  private final class Columns: Sendable {
    let resource: Resource
    let users: [UserNumber]
    let values: [NumberColumn]
    let additional: [AdditionalMetric]
    let texts: RecordTexts

    init(
      resource: Resource, users: [UserNumber], values: [NumberColumn],
      additional: [AdditionalMetric], texts: RecordTexts
    ) {
      self.resource = resource
      self.users = users
      self.values = values
      self.additional = additional
      self.texts = texts
    }
  }

  private let columns: Columns

  package var resource: Resource { columns.resource }
  /// The number of each row's user, ascending; a user has one row for each period.
  package var users: [UserNumber] { columns.users }
  /// A column for each of the resource's fields, in their order.
  package var values: [NumberColumn] { columns.values }
  package var additional: [AdditionalMetric] { columns.additional }
  package var texts: RecordTexts { columns.texts }

  /// A metric that the catalogue does not know.
  package struct AdditionalMetric: Equatable, Sendable {
    package let name: String
    package let values: NumberColumn

    package init(name: String, values: NumberColumn) {
      self.name = name
      self.values = values
    }
  }

  package init(
    resource: Resource, users: [UserNumber], values: [NumberColumn],
    additional: [AdditionalMetric], texts: RecordTexts
  ) {
    columns = Columns(
      resource: resource, users: users, values: values, additional: additional, texts: texts)
  }

  package static func == (one: RecordTable, other: RecordTable) -> Bool {
    one.columns === other.columns
      || one.resource == other.resource && one.users == other.users && one.values == other.values
        && one.additional == other.additional && one.texts == other.texts
  }

  package var count: Int { users.count }

  /// The first row of a user, found by halving.
  package func row(of user: UserNumber) -> Int? {
    var low = 0
    var high = users.count
    while low < high {
      let middle = (low + high) / 2
      if users[middle] < user { low = middle + 1 } else { high = middle }
    }
    return low < users.count && users[low] == user ? low : nil
  }

  /// A user's number of a field, nil when the user or the number is absent.
  package func value(_ field: Field, of user: UserNumber) -> Double? {
    guard field.resource == resource, let row = row(of: user) else { return nil }
    return values[field.column][row]
  }
}

/// What records say besides numbers, as the provider wrote it.
package struct RecordTexts: Equatable, Sendable {
  /// Absent where the id of the record is that of its user, as it is with Gong.
  package let ids: TextColumn
  package let startTimes: TextColumn
  package let endTimes: TextColumn
  package let timezones: TextColumn
  package let aggregationPeriods: TextColumn
  package let createdTimes: TextColumn
  package let updatedTimes: TextColumn

  package init(
    ids: TextColumn, startTimes: TextColumn, endTimes: TextColumn, timezones: TextColumn,
    aggregationPeriods: TextColumn, createdTimes: TextColumn, updatedTimes: TextColumn
  ) {
    self.ids = ids
    self.startTimes = startTimes
    self.endTimes = endTimes
    self.timezones = timezones
    self.aggregationPeriods = aggregationPeriods
    self.createdTimes = createdTimes
    self.updatedTimes = updatedTimes
  }
}
