import Records

extension Record {
  /// What differs between the period that the record states and the one that was asked for, in a
  /// sentence; nil for nothing.
  func difference(from period: Period, zone: Zone) -> String? {
    let isSame =
      Record.isStart(of: period.start, startTime, zone)
      && Record.isStart(of: period.end, endTime, zone)
    if !isSame {
      return "The provider answered for another period than it was asked for."
    }
    // Providers that give one total of whatever was asked for call every record a total.
    let usual = [period.granularity, .total].map(\.rawValue)
    if let stated = aggregationPeriod, !usual.contains(stated) {
      return "The record calls itself “\(stated)”, and was asked for as \(period.words)."
    }
    return nil
  }

  /// What is not stated, or cannot be read, counts as what was asked for. An end may be written as
  /// the last second before it.
  private static func isStart(of day: Day, _ text: String?, _ zone: Zone) -> Bool {
    guard let written = text.flatMap({ WrittenTime($0) }) else { return true }
    if let instant = written.timestamp, zone.day(of: instant + 1) == day { return true }
    return written.day + (written.secondOfDay >= 86_399 ? 1 : 0) == day
  }
}

extension Period {
  /// How long it is, in words: `a day`, `a week`, `a month so far`, `a total`.
  var words: String {
    let unit =
      switch granularity {
      case .day: "a day"
      case .week: "a week"
      case .month: "a month"
      case .total: "a total"
      }
    return isCutShort ? unit + " so far" : unit
  }
}
