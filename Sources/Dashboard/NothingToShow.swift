import Analytics
import Canvas
import Records

/// Says why a screen has no records to show, and what to do about it.
func drawNothing(_ model: Model, into frame: inout Frame, in rect: Rect) {
  let role: Role = model.snapshot?.failure == nil ? .muted : .text
  drawSentence(
    nothingSentence(model), style: model.preferences.theme[role], into: &frame, in: rect)
}

extension Model {
  /// Whether there is no record of the range, yet or at all.
  var hasNoRecords: Bool { snapshot == nil || team.board?.rows.isEmpty ?? true }

  /// Whether there is nothing of the range at all, not even a period of the trend.
  var hasNothing: Bool {
    hasNoRecords
      && snapshot?.trend(of: choices.resource).contains { $0.window != nil } != true
  }

  /// Whether it is known who has records of the range and who has none.
  var knowsRange: Bool {
    !hasNoRecords || snapshot?.window(.total, of: choices.resource) != nil
  }
}

/// Why a screen has no records to show, and what to do about it.
func nothingSentence(_ model: Model) -> String {
  let keys = model.preferences.keys
  guard let snapshot = model.snapshot else {
    let isSlow = model.askedAt.map { model.uptime - $0 >= DashboardProgram.slowAfter } ?? false
    return isSlow ? "Reading the cache …" : ""
  }
  if model.kind == .team, model.team.matches?.isEmpty == true, !model.hasNoRecords {
    return "No user matches the filter “\(model.choices.filter)”;"
      + " \(keys.name(of: .back)) clears it."
  }
  if snapshot.query.range.isEmpty {
    return "This range has no whole day yet: the source has data up to yesterday;"
      + " \(keys.name(of: .earlier)) goes back."
  }
  if model.saved != nil {
    return "The file has no records for this range; \(keys.rangeKeys) choose another."
  }
  if snapshot.isOffline, !model.knowsRange {
    return "Offline, and the cache has nothing for this range; start without --offline to fetch it."
  }
  if let failure = snapshot.failure, !model.knowsRange {
    let next =
      snapshot.isWorking ? "Trying again …" : "\(keys.name(of: .refresh)) tries again."
    return "\(failure.sentence) \(next)"
  }
  if snapshot.isWorking, !model.knowsRange { return "Fetching the first window …" }
  return "The provider has no records for this range; \(keys.rangeKeys) choose another."
}

extension KeyMap {
  /// The keys that lead to another range: `[ ] and { }`.
  fileprivate var rangeKeys: String {
    let pairs = [[Action.earlier, .later], [.shorterRange, .longerRange]].map { pair in
      pair.map(name(of:)).filter { !$0.isEmpty }.joined(separator: " ")
    }
    let text = pairs.filter { !$0.isEmpty }.joined(separator: " and ")
    return text.isEmpty ? ":range" : text
  }
}
