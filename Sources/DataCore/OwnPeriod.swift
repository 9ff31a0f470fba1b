import Records

extension Window {
  /// The window with only the records that are about its period. A provider may answer with other
  /// periods than were asked for; those records keep their own bounds and do not count here.
  ///
  /// A bound that cannot be read counts as the one that was asked for. Both the day that the text
  /// names and the day that the instant is on in the zone will do, since a provider may cut times
  /// down to dates on its way; and an end may be written as the last second before it.
  func limitedToOwnPeriod(zone: Zone) -> Window {
    let texts = table.texts
    guard
      !texts.startTimes.texts.allSatisfy({ Window.isOn(key.period.start, $0, zone) })
        || !texts.endTimes.texts.allSatisfy({ Window.ends(key.period.end, $0, zone) })
    else { return self }
    let rows = (0..<table.count).filter { row in
      Window.isOn(key.period.start, texts.startTimes[row], zone)
        && Window.ends(key.period.end, texts.endTimes[row], zone)
    }
    return Window(
      key: key, table: table.rows(rows), fetchedAt: fetchedAt, isPartial: isPartial,
      skipped: skipped, duplicates: duplicates, ofOtherPeriods: table.count - rows.count)
  }

  private static func ends(_ day: Day, _ text: String?, _ zone: Zone) -> Bool {
    if isOn(day, text, zone) { return true }
    guard let written = text.flatMap({ WrittenTime($0) }) else { return false }
    return written.day + 1 == day && written.secondOfDay >= 86_399
  }

  private static func isOn(_ day: Day, _ text: String?, _ zone: Zone) -> Bool {
    guard let text, let written = WrittenTime(text) else { return true }
    return written.day == day || written.timestamp.map { zone.day(of: $0) == day } == true
  }
}

extension RecordTable {
  /// Some of the rows, in their order.
  func rows(_ rows: [Int]) -> RecordTable {
    RecordTable(
      resource: resource, users: rows.map { users[$0] },
      values: values.map { column in NumberColumn(rows.map { column.number($0) }) },
      additional: additional.map { metric in
        AdditionalMetric(
          name: metric.name, values: NumberColumn(rows.map { metric.values.number($0) }))
      },
      texts: RecordTexts(
        ids: texts.ids.rows(rows), startTimes: texts.startTimes.rows(rows),
        endTimes: texts.endTimes.rows(rows), timezones: texts.timezones.rows(rows),
        aggregationPeriods: texts.aggregationPeriods.rows(rows),
        createdTimes: texts.createdTimes.rows(rows), updatedTimes: texts.updatedTimes.rows(rows)))
  }
}

extension TextColumn {
  fileprivate func rows(_ rows: [Int]) -> TextColumn { TextColumn(rows.map { self[$0] }) }
}
