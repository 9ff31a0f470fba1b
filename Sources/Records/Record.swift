/// One record as it came: an interaction record or an activity record of one user in one period.
package struct Record: Equatable, Sendable {
  /// What the record is about; it decides which fields `values` has.
  package let resource: Resource
  /// The provider's id of the record, with Gong that of its user.
  package var id: String
  /// The user that the record is about.
  package var user: User
  /// The start of the period as the provider wrote it; nil when it states none.
  package var startTime: String?
  /// The end of the period as the provider wrote it; nil when it states none.
  package var endTime: String?
  /// The time zone that the record states; nil when it states none.
  package var timezone: String?
  /// Kept as text: the API's `day`, `week`, `month`, `total`, and whatever it adds to them.
  package var aggregationPeriod: String?
  /// A number or nil for each of the resource's fields, in their order.
  package var values: [Number?]
  /// Numbers that the catalogue does not know, by name.
  package var additional: [Additional]
  /// When the record was made, as the provider wrote it; nil when it does not say.
  package var createdAt: String?
  /// When the record was last changed, as the provider wrote it; nil when it does not say.
  package var updatedAt: String?

  /// A named number that the catalogue does not know.
  package struct Additional: Equatable, Sendable {
    /// The name that the provider gives the number.
    package let name: String
    /// Nil when the provider names the number and gives none.
    package let value: Number?

    /// A number under the provider's name for it.
    package init(name: String, value: Number?) {
      self.name = name
      self.value = value
    }
  }

  /// A record of these values, a number or nil for each of the resource's fields.
  package init(
    resource: Resource, id: String, user: User, startTime: String? = nil, endTime: String? = nil,
    timezone: String? = nil, aggregationPeriod: String? = nil, values: [Number?],
    additional: [Additional] = [], createdAt: String? = nil, updatedAt: String? = nil
  ) {
    self.resource = resource
    self.id = id
    self.user = user
    self.startTime = startTime
    self.endTime = endTime
    self.timezone = timezone
    self.aggregationPeriod = aggregationPeriod
    self.values = values
    self.additional = additional
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  /// The number of a field of this record's resource.
  package subscript(field: Field) -> Number? {
    guard field.resource == resource else { return nil }
    return switch field {
    case .metric(let metric): values[metric.column]
    case .counter(let counter): values[counter.column]
    case .additional(let name): additional.last { $0.name == name }?.value
    }
  }
}

extension RecordTable {
  /// Packs records; `number` says the number of a user's id. Of two records of one user and one
  /// period the last one wins; rows end in order of user and start.
  package init(resource: Resource, records: [Record], number: (String) -> UserNumber) {
    let users = records.map { number($0.user.id) }
    let order = RecordTable.order(users, records)
    var names: [String] = []
    for row in order {
      for metric in records[row].additional where !names.contains(metric.name) {
        names.append(metric.name)
      }
    }
    self.init(
      resource: resource, users: order.map { users[$0] },
      values: resource.fields.indices.map { column in
        NumberColumn(order.map { records[$0].values[column] })
      },
      additional: names.map { name in
        AdditionalMetric(
          name: name,
          values: NumberColumn(
            order.map { records[$0].additional.last { $0.name == name }?.value }))
      },
      texts: RecordTexts(
        ids: TextColumn(order.map { records[$0].id == records[$0].user.id ? nil : records[$0].id }),
        startTimes: TextColumn(order.map { records[$0].startTime }),
        endTimes: TextColumn(order.map { records[$0].endTime }),
        timezones: TextColumn(order.map { records[$0].timezone }),
        aggregationPeriods: TextColumn(order.map { records[$0].aggregationPeriod }),
        createdTimes: TextColumn(order.map { records[$0].createdAt }),
        updatedTimes: TextColumn(order.map { records[$0].updatedAt })))
  }

  /// The records to keep, in order of user and period: of those of one user and period the last.
  private static func order(_ users: [UserNumber], _ records: [Record]) -> [Int] {
    func precedes(_ one: String?, _ other: String?) -> Bool {
      guard let one, let other else { return one == nil && other != nil }
      return one < other
    }
    func isSamePeriod(_ one: Int, _ other: Int) -> Bool {
      records[one].startTime == records[other].startTime
        && records[one].endTime == records[other].endTime
    }
    func isBefore(_ one: Int, _ other: Int) -> Bool {
      if users[one] != users[other] { return users[one] < users[other] }
      if isSamePeriod(one, other) { return one < other }
      let (starts, ends) = (
        (records[one].startTime, records[other].startTime),
        (records[one].endTime, records[other].endTime)
      )
      return starts.0 == starts.1
        ? precedes(ends.0, ends.1) : precedes(starts.0, starts.1)
    }
    var order: [Int] = []
    order.reserveCapacity(records.count)
    for index in records.indices.sorted(by: isBefore) {
      if let last = order.last, users[last] == users[index], isSamePeriod(last, index) {
        order[order.count - 1] = index
      } else {
        order.append(index)
      }
    }
    return order
  }

  /// One row as a record, its user looked up in the directory.
  package func record(_ row: Int, directory: Directory) -> Record {
    let user = directory[users[row]]
    return Record(
      resource: resource, id: texts.ids[row] ?? user.id, user: user,
      startTime: texts.startTimes[row], endTime: texts.endTimes[row],
      timezone: texts.timezones[row], aggregationPeriod: texts.aggregationPeriods[row],
      values: values.map { $0.number(row) },
      additional: additional.compactMap { metric in
        metric.values.number(row).map { Record.Additional(name: metric.name, value: $0) }
      },
      createdAt: texts.createdTimes[row], updatedAt: texts.updatedTimes[row])
  }
}
