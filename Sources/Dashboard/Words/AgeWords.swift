import Canvas
import Records

/// How fresh and how complete the data on screen is, in words with a sign before them.
struct AgeWords {
  let text: String
  let role: Role

  /// The same without the sign.
  var words: String { String(text.drop { !$0.isLetter }) }

  init(_ model: Model, isNarrow: Bool) {
    guard let snapshot = model.snapshot else {
      (text, role) = ("", .muted)
      return
    }
    let fetchedAt =
      snapshot.window(.total, of: model.choices.resource)?.fetchedAt ?? snapshot.oldest
    let age = fetchedAt.map { DateText.age(seconds: model.now - $0) }
    if model.saved != nil {
      (text, role) = (age.map { "● saved \($0)" } ?? "no data", .muted)
    } else if snapshot.isOffline {
      (text, role) = ("○ offline\(age.map { ", as of \($0)" } ?? "")", .statusWarning)
    } else if let age {
      let lack = snapshot.isPartial ? "partial, " : snapshot.isStale(at: model.now) ? "stale, " : ""
      let isWhole = lack.isEmpty && (snapshot.isWorking || snapshot.hasEveryWindow)
      let sign = isWhole && snapshot.failure == nil ? "●" : "◐"
      text = isNarrow ? "\(sign) \(lack)\(age)" : "\(sign) \(lack)synced \(age)"
      role = lack.isEmpty && snapshot.failure == nil ? .good : .statusWarning
    } else {
      (text, role) = (snapshot.isWorking ? "fetching" : "no data", .muted)
    }
  }
}

extension Snapshot {
  fileprivate var onScreen: some Sequence<WindowSlot> { slots.lazy.filter { !$0.isBackground } }

  fileprivate var hasEveryWindow: Bool { slots.allSatisfy { $0.window != nil } }

  /// Whether the provider gave only a part of what is on screen.
  fileprivate var isPartial: Bool { onScreen.contains { $0.window?.isPartial == true } }

  /// Whether something on screen should have been fetched again, and is not on its way.
  fileprivate func isStale(at now: Timestamp) -> Bool {
    !isWorking
      && onScreen.contains { slot in
        slot.window.map {
          Freshness().isStale($0, for: slot.key.period, zone: zone, now: now)
        } ?? false
      }
  }
}
