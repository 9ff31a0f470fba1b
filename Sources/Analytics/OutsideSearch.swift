import Records

/// Finds the users of a board whose values lie outside target, metric by metric.
struct OutsideSearch {
  private(set) var findings: [Attention.Finding] = []

  /// Only the range's own values count, of users with enough calls.
  init(_ board: TeamBoard, _ fields: [Field], _ sheets: [PeriodSheet]) {
    guard !board.isApproximate else { return }
    let minimumCalls = board.input.minimumCalls
    for field in fields {
      guard let target = board.input.target(of: field) else { continue }
      var found: [(user: UserNumber, value: Double, state: Target.State)] = []
      for row in board.rows {
        let headline = row[field]
        guard let calls = row.calls, calls >= minimumCalls, let value = headline.value,
          let state = headline.target, state != .within
        else { continue }
        found.append((row.user, value, state))
      }
      guard !found.isEmpty else { continue }
      let tally = Tally(field, target, sheets, userCount: board.columns.userCount, minimumCalls)
      for (user, value, state) in found {
        let counts = tally.counts[Int(user)]
        findings.append(
          Attention.Finding(
            user: user, field: field, value: value,
            deviations: OutsideSearch.deviations(of: value, target, state),
            kind: .outsideTarget(
              target, state, periods: Int(state == .below ? counts.below : counts.above),
              of: Int(counts.all))))
      }
    }
  }

  /// The distance from the bound that a value is beyond, in the least deviations of a change.
  private static func deviations(
    of value: Double, _ target: Target, _ state: Target.State
  ) -> Double {
    guard let bound = state == .below ? target.lower : target.upper else { return 0 }
    return abs(value - bound) / (RealChange.leastDeviation * abs(bound))
  }

  /// Over the periods of the range, by user: in how many there was a value, and on which side.
  private struct Tally {
    var counts: [(all: Int32, below: Int32, above: Int32)]

    init(
      _ field: Field, _ target: Target, _ sheets: [PeriodSheet], userCount: Int,
      _ minimumCalls: Double
    ) {
      let (lower, upper) = (target.lower ?? -.infinity, target.upper ?? .infinity)
      counts = Array(repeating: (0, 0, 0), count: userCount)
      counts.withUnsafeMutableBufferPointer { counts in
        for sheet in sheets {
          guard let values = sheet.values(field, minimumCalls: minimumCalls) else { continue }
          for (value, user) in zip(values, sheet.users) where Int(user) < counts.count {
            counts[Int(user)].all += value.isNaN ? 0 : 1
            counts[Int(user)].below += value < lower ? 1 : 0
            counts[Int(user)].above += value > upper ? 1 : 0
          }
        }
      }
    }
  }
}
