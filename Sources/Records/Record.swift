/// One record as it came: an interaction record or an activity record of one user in one period.
package struct Record: Equatable, Sendable {
  package let resource: Resource
  package var id: String
  package var user: User
  package var startTime: String?
  package var endTime: String?
  package var timezone: String?
  /// Kept as text: the API's `day`, `week`, `month`, `total`, and whatever it adds to them.
  package var aggregationPeriod: String?
  /// A number or nil for each of the resource's fields, in their order.
  package var values: [Number?]
  package var additional: [Additional]
  package var createdAt: String?
  package var updatedAt: String?

  /// A named number that the catalogue does not know.
  package struct Additional: Equatable, Sendable {
    package let name: String
    package let value: Number?

    package init(name: String, value: Number?) {
      self.name = name
      self.value = value
    }
  }

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
    field.resource == resource ? values[field.column] : nil
  }
}

extension RecordTable {
  /// Packs records; `number` says the number of a user's id. Of two records of one user and one
  /// period the last one wins; rows end in order of user and start.
  package init(resource: Resource, records: [Record], number: (String) -> UserNumber) {
    struct Key: Hashable { let user: UserNumber, start: String?, end: String? }
    var last: [Key: Int] = [:]
    let users = records.map { number($0.user.id) }
    for (index, record) in records.enumerated() {
      last[Key(user: users[index], start: record.startTime, end: record.endTime)] = index
    }
    let order = last.values.sorted {
      (users[$0], records[$0].startTime ?? "", $0) < (users[$1], records[$1].startTime ?? "", $1)
    }
    let kept = order.map { records[$0] }
    var names: [String] = []
    for record in kept {
      for metric in record.additional where !names.contains(metric.name) {
        names.append(metric.name)
      }
    }
    self.init(
      resource: resource, users: order.map { users[$0] },
      values: resource.fields.indices.map { column in NumberColumn(kept.map { $0.values[column] })
      },
      additional: names.map { name in
        AdditionalMetric(
          name: name,
          values: NumberColumn(kept.map { $0.additional.last { $0.name == name }?.value }))
      },
      texts: RecordTexts(
        ids: TextColumn(kept.map { $0.id == $0.user.id ? nil : $0.id }),
        startTimes: TextColumn(kept.map(\.startTime)),
        endTimes: TextColumn(kept.map(\.endTime)), timezones: TextColumn(kept.map(\.timezone)),
        aggregationPeriods: TextColumn(kept.map(\.aggregationPeriod)),
        createdTimes: TextColumn(kept.map(\.createdAt)),
        updatedTimes: TextColumn(kept.map(\.updatedAt))))
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
