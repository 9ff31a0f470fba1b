import Analytics
package import Records

/// The state of the screen of one record.
package struct RecordScreen: Equatable, Sendable {
  /// The number of the user whose record it is.
  package let user: UserNumber
  /// The period of the record.
  package let period: Period
  /// What the record is about.
  package let resource: Resource
  /// The selected line of the fields, and the first one on screen.
  package var cursor = ListCursor()
  /// Where the record stands among those of its window, by field.
  var standings: [Field: Standing] = [:]
  /// The form in which the provider's answer is looked at; nil for the fields.
  package var form: RecordForm?
  /// The provider's answers, as far as they were asked for.
  package var texts: [RecordForm: RecordText] = [:]

  /// The screen as it opens.
  package init(user: UserNumber, period: Period, resource: Resource) {
    self.user = user
    self.period = period
    self.resource = resource
  }

  /// Where one number stands among those of all users in the same period.
  struct Standing: Equatable, Sendable {
    /// The number in the middle.
    let median: Double
    /// How many users have a greater number, and one; nil without a number.
    let rank: Int?
    /// How many users have a number.
    let count: Int
  }

  /// Works out where the record stands in a window: once, since it needs every number of it.
  mutating func compare(in window: Window?) {
    standings = [:]
    guard let table = window?.table else { return }
    let additional = table.additional.map { Field.additional($0.name) }
    for field in resource.fields + additional {
      guard let values = table.column(field)?.values.filter({ !$0.isNaN }),
        let statistics = Statistics(values)
      else { continue }
      let own = table.value(field, of: user)
      standings[field] = Standing(
        median: statistics.median, rank: own.map { own in 1 + values.count { $0 > own } },
        count: statistics.count)
    }
  }
}
