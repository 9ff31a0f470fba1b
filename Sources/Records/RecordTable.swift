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

  /// What the records are about.
  package var resource: Resource { columns.resource }
  /// The number of each row's user, ascending; a user has one row for each period.
  package var users: [UserNumber] { columns.users }
  /// A column for each of the resource's fields, in their order.
  package var values: [NumberColumn] { columns.values }
  /// The columns of metrics that the catalogue does not know.
  package var additional: [AdditionalMetric] { columns.additional }
  /// What the records say besides numbers.
  package var texts: RecordTexts { columns.texts }

  /// A metric that the catalogue does not know.
  package struct AdditionalMetric: Equatable, Sendable {
    /// The name that the provider gives the metric.
    package let name: String
    /// A number a row; absent where the record does not have the metric.
    package let values: NumberColumn

    /// A column under the provider's name for it.
    package init(name: String, values: NumberColumn) {
      self.name = name
      self.values = values
    }
  }

  /// A table of these columns, which all have a row for each of `users`.
  package init(
    resource: Resource, users: [UserNumber], values: [NumberColumn],
    additional: [AdditionalMetric], texts: RecordTexts
  ) {
    columns = Columns(
      resource: resource, users: users, values: values, additional: additional, texts: texts)
  }

  /// Whether both hold the same records; copies are found equal without a look at the columns.
  package static func == (one: RecordTable, other: RecordTable) -> Bool {
    one.columns === other.columns
      || one.resource == other.resource && one.users == other.users && one.values == other.values
        && one.additional == other.additional && one.texts == other.texts
  }

  /// How many rows there are.
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
    guard let row = row(of: user) else { return nil }
    return column(field)?[row]
  }

  /// The numbers of a field, a row each; nil when no record of the table can have it.
  package func column(_ field: Field) -> NumberColumn? {
    guard field.resource == resource else { return nil }
    return switch field {
    case .metric(let metric): values[metric.column]
    case .counter(let counter): values[counter.column]
    case .additional(let name): additional.first { $0.name == name }?.values
    }
  }
}

/// What records say besides numbers, as the provider wrote it.
package struct RecordTexts: Equatable, Sendable {
  /// Absent where the id of the record is that of its user, as it is with Gong.
  package let ids: TextColumn
  /// The starts of the records' periods.
  package let startTimes: TextColumn
  /// The ends of the records' periods.
  package let endTimes: TextColumn
  /// The time zones that the records state.
  package let timezones: TextColumn
  /// The aggregation periods that the records state, as `day` or `total`.
  package let aggregationPeriods: TextColumn
  /// When the records were made.
  package let createdTimes: TextColumn
  /// When the records were last changed.
  package let updatedTimes: TextColumn

  /// The texts of a table, a row for each of its records.
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
