import Analytics
import Canvas
import Records

/// What is said about all findings together.
struct AttentionWords {
  let model: Model
  let attention: Attention
  let snapshot: Snapshot

  func text(_ finding: Attention.Finding) -> FindingText {
    FindingText(
      finding: finding, name: snapshot.directory[finding.user].label.clipped(to: 26),
      period: attention.period.map { DateText.period($0, today: model.calendarDay) } ?? "",
      granularity: model.judgedGranularity, unit: model.unit(of: finding.field))
  }

  /// `3 real changes, 5 outside target`; nil without findings.
  var counts: String? {
    let changes = attention.changeCount
    let parts = [
      changes > 0 ? "\(changes) real \(changes == 1 ? "change" : "changes")" : nil,
      attention.outsideCount > 0 ? "\(attention.outsideCount) outside target" : nil,
    ]
    let words = parts.compactMap(\.self).joined(separator: ", ")
    return words.isEmpty ? nil : words
  }

  /// Which period changes are judged in.
  var judged: String {
    guard let period = attention.period else {
      return "no \(model.judgedGranularity.rawValue) of the range is over: no changes to judge"
    }
    return "changes in \(DateText.period(period, today: model.calendarDay))"
  }

  /// What the findings leave out.
  var leftOut: [String] {
    let few = model.team.judged?.board.rows.count(where: \.hasFewCalls) ?? 0
    // Before all history is there, nobody can tell who will be without.
    let unjudged = history == nil ? attention.usersWithoutHistory : 0
    return [
      few > 0 ? "\(few) \(few == 1 ? "user" : "users") with few calls" : nil,
      unjudged > 0 ? "\(unjudged) without enough history for changes" : nil,
      model.team.judged?.board.isApproximate == true
        ? "targets, until the range's total is there" : nil,
    ].compactMap(\.self)
  }

  /// How far the periods are there that changes are judged by; nil when all are.
  var history: String? {
    let slots = snapshot.completed(of: .interactions)
    let done = slots.count { $0.window != nil }
    guard done < slots.count else { return nil }
    let words = "history: \(done) of \(slots.count) \(model.judgedGranularity.rawValue)s"
    if snapshot.backgroundFailure?.kind == .budget { return "\(words), the rest tomorrow" }
    return snapshot.isWorking ? "fetching \(words)" : words
  }
}
