import Canvas
import Records
import Wire

extension TextTable {
  /// Records, a line each. Where room is short the end of the period goes first, then its start
  /// unless the records differ in it, then values from the right.
  static func of(_ records: [Record], _ resource: Resource) -> TextTable {
    let rows = records.map { record in
      [record.user.label, date(record.startTime), date(record.endTime)]
        + record.values.map { $0?.text ?? "–" }
    }
    let count = resource.fields.count
    let isOnePeriod = Set(rows.map { $0[1] }).count < 2
    return TextTable(
      [
        Column(title: "USER", least: 12),
        Column(title: "FROM", rank: isOnePeriod ? count + 1 : 0),
        Column(title: "TO", rank: count + 2),
      ]
        + resource.fields.enumerated().map { index, field in
          Column(title: field.name.uppercased(), alignment: .right, rank: index)
        },
      rows: rows)
  }

  /// Users, a line each.
  static func of(_ users: [User]) -> TextTable {
    TextTable(
      [
        Column(title: "NAME", least: 12), Column(title: "ID", least: 12),
        Column(title: "EMAILS", least: 12, rank: 1),
      ],
      rows: users.map { user in
        [user.label, user.id, user.emails.map(\.address).joined(separator: " ")]
      })
  }

  /// The date of a time as the provider wrote it.
  private static func date(_ time: String?) -> String {
    guard let time else { return "–" }
    return WrittenTime(time)?.day.text ?? time
  }
}
