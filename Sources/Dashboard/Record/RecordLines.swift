import Canvas
import Records

/// A line of the fields of a record.
struct RecordLine {
  let fact: Fact
  /// What the line says as it came, without unit and colour; nil where there is nothing to copy.
  var value: String?
  /// The name of the field in the API.
  var name: String?
}

/// The fields of one record in words.
struct RecordLines {
  let model: Model
  let screen: RecordScreen

  private var theme: Theme { model.preferences.theme }

  /// The window of the record, as far as it is there.
  private var slot: WindowSlot? { model.slot(of: screen) }

  /// The record, where there is one.
  var record: Record? {
    guard let directory = model.snapshot?.directory, let table = slot?.window?.table else {
      return nil
    }
    return table.row(of: screen.user).map { table.record($0, directory: directory) }
  }

  /// All lines, in order.
  var lines: [RecordLine] {
    guard let directory = model.snapshot?.directory else { return [] }
    let record = record
    return userLines(record?.user ?? directory[screen.user], id: record?.id)
      + [RecordLine(fact: .space)] + periodLines(record) + [RecordLine(fact: .space)]
      + (record.map(numberLines) ?? [sentence(absence, .warn)])
      + [RecordLine(fact: .space)] + windowLines
  }

  private func heading(_ text: String) -> RecordLine { RecordLine(fact: .heading(text)) }

  private func sentence(_ text: String, _ role: Role) -> RecordLine {
    RecordLine(fact: .sentence(text, role))
  }

  /// A name with what was written under it.
  private func written(_ title: String, _ text: String?, _ name: String? = nil) -> RecordLine {
    guard let text else {
      return RecordLine(fact: .value(title, Line("not stated", theme[.muted])), name: name)
    }
    return RecordLine(fact: .value(title, Line(text, theme[.text])), value: text, name: name)
  }

  private func userLines(_ user: User, id: String?) -> [RecordLine] {
    var lines = [heading("User"), written("Name", user.name, "user.name")]
    lines.append(written("Id", user.id, "user.id"))
    if let id, id != user.id { lines.append(written("Record", id, "id")) }
    for email in user.emails {
      let isPrimary = email.isPrimary.map { $0 ? "  (primary)" : "" } ?? ""
      lines.append(
        RecordLine(
          fact: .value(
            "Email", Line(Span(email.address, theme[.text]), Span(isPrimary, theme[.muted]))),
          value: email.address, name: "user.emails"))
    }
    if user.createdAt != nil { lines.append(written("Created", user.createdAt, "user.created_at")) }
    if user.updatedAt != nil { lines.append(written("Updated", user.updatedAt, "user.updated_at")) }
    return lines
  }

  private func periodLines(_ record: Record?) -> [RecordLine] {
    let asked =
      "\(DateText.period(screen.period, today: model.calendarDay)), \(screen.period.words)"
    var lines = [heading("Period")]
    lines.append(RecordLine(fact: .value("Asked for", Line(asked)), value: asked))
    guard let record else { return lines }
    lines += [
      written("Start", record.startTime, "start_time"),
      written("End", record.endTime, "end_time"),
      written("Time zone", record.timezone, "timezone"),
      written("Aggregation", record.aggregationPeriod, "aggregation_period"),
    ]
    if record.createdAt != nil { lines.append(written("Created", record.createdAt, "created_at")) }
    if record.updatedAt != nil { lines.append(written("Updated", record.updatedAt, "updated_at")) }
    if let difference = record.difference(from: screen.period, zone: model.zone) {
      lines.append(sentence(difference, .warn))
    }
    return lines
  }

  private func numberLines(_ record: Record) -> [RecordLine] {
    RecordNumbers(model: model, screen: screen, record: record).lines
  }

  /// Why there is no record.
  private var absence: String {
    switch slot?.state {
    case nil: "This period is not a part of the range any more: Esc goes back."
    case .pending? where slot?.window == nil: "The period is being fetched."
    case .failed(let failure)? where slot?.window == nil: failure.sentence
    default:
      "There is no record of this user for the period: either the provider has none, or it answered"
        + " with another period, which is not counted here."
    }
  }

  private var windowLines: [RecordLine] {
    guard let window = slot?.window else { return [] }
    let at = DateText.moment(window.fetchedAt, zone: model.zone, now: model.now)
    var lines = [
      heading(model.saved == nil ? "Window" : "File"),
      written(
        "Records",
        "\(screen.resource.rawValue), \(screen.period.words), \(window.table.count) users"
      ),
      written(model.saved == nil ? "Fetched" : "Saved", at),
    ]
    if window.isPartial {
      lines.append(
        RecordLine(
          fact: .words(
            "Partial", "The provider said that it gave only a part; r asks again.", .warn)))
    } else {
      lines.append(written("Complete", "yes: the provider gave all of it"))
    }
    if window.skipped > 0 {
      lines.append(written("Skipped", "\(window.skipped) that could not be read"))
    }
    if window.duplicates > 0 {
      lines.append(written("Duplicates", "\(window.duplicates) that a later one replaced"))
    }
    return lines
  }
}
