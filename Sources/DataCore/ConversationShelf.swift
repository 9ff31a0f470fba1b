import Analytics
import Records

/// The windows of conversations that are in memory, sorted into days, and the windows of records
/// that were derived from them: derived again only when their conversations change.
struct ConversationShelf {
  private struct Entry {
    let window: ConversationWindow
    let days: ConversationDays
    let unknownSpeakers: Set<String>
  }

  /// What a window of records was derived from.
  private struct Derived {
    let sources: [ConversationWindow]
    let window: Window
  }

  /// By the first day of the window: the current one grows.
  private var entries: [Day: Entry] = [:]
  private var derived: [WindowKey: Derived] = [:]

  /// The window that starts on a day.
  func window(at start: Day) -> ConversationWindow? { entries[start]?.window }

  /// Puts a window in the place of the one that starts on the same day, unless that one is newer.
  mutating func put(_ window: ConversationWindow, _ metrics: [ConversationMetrics], zone: Zone) {
    let start = window.key.days.start
    if let other = entries[start]?.window,
      (other.number, other.revision) > (window.number, window.revision)
    {
      return
    }
    entries[start] = Entry(
      window: window, days: ConversationDays(metrics, zone: zone),
      unknownSpeakers: Set(metrics.compactMap(\.unknownSpeaker)))
  }

  /// Forgets the window that starts on a day, since it is not in the cache any more.
  mutating func remove(at start: Day) { entries[start] = nil }

  /// The words for participants that the speaker table lacks, in order; of messages that name no
  /// participant there is none.
  var unknownSpeakers: [String] {
    entries.values.reduce(into: Set<String>()) { $0.formUnion($1.unknownSpeakers) }
      .filter { !$0.isEmpty }.sorted()
  }

  /// The records of a window from the conversations of `needs`, the newest first. Nil while one of
  /// them is missing; a period of a trend may end where the newest does.
  mutating func records(
    of key: WindowKey, from needs: [ConversationWindowKey], zone: Zone, directory: Directory
  ) -> Window? {
    var end = key.period.end
    var sources: [Entry] = []
    for need in needs.reversed() {
      guard let entry = entries[need.days.start] else { return nil }
      sources.append(entry)
      guard entry.window.key.days.end < min(need.days.end, end) else { continue }
      end = entry.window.key.days.end
      break
    }
    guard end == key.period.end || key.period.granularity != .total, end > key.period.start,
      let fetchedAt = sources.map(\.window.fetchedAt).min()
    else { return nil }
    let windows = sources.map(\.window)
    if let known = derived[key], known.sources == windows { return known.window }
    let period = Period(key.period.granularity, DaySpan(key.period.start, end))
    let table = ConversationDays.table(
      key.resource, in: period, zone: zone, of: sources.map(\.days), number: directory.number(of:))
    // What was left out of a week counts where the week begins, so that periods can be added up.
    let counted = windows.filter { window in
      period.granularity == .total
        || (period.start..<period.end).contains(window.key.days.start)
    }
    let window = Window(
      key: WindowKey(
        account: key.account, resource: key.resource, zone: key.zone, period: period),
      table: table, fetchedAt: fetchedAt, skipped: counted.reduce(0) { $0 + $1.skipped },
      duplicates: counted.reduce(0) { $0 + $1.duplicates })
    derived[key] = Derived(sources: windows, window: window)
    return window
  }
}
