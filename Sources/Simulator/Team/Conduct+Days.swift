import Records

extension Conduct {
  /// Streams of dice that do not disturb each other.
  private enum Stream { static let calls = 2, counters = 3, metrics = 4, weeks = 5 }

  /// See ``SimulatedTeam/interactions(of:in:)``.
  func interactions(in span: DaySpan) -> [Number?]? {
    var sums = [Double](repeating: 0, count: levels.count)
    var weights = [Double](repeating: 0, count: levels.count)
    var total = 0
    for number in presence(in: span) {
      let day = Day(number: number)
      let calls = calls(on: day)
      guard calls > 0 else { continue }
      total += calls
      add(day, calls: calls, &sums, &weights)
    }
    guard total > 0 else { return nil }
    return sums.indices.map { metric in
      guard weights[metric] > 0 else { return nil }
      return Conduct.rounded(sums[metric] / weights[metric], decimals: decimals[metric])
    }
  }

  /// See ``SimulatedTeam/activity(of:in:)``.
  func activity(in span: DaySpan) -> [Number?]? {
    var totals = [Int](repeating: 0, count: rates.count)
    for number in presence(in: span) { addCounters(Day(number: number), &totals) }
    return totals.contains { $0 > 0 } ? totals.map { .integer(Int64($0)) } : nil
  }

  private func presence(in span: DaySpan) -> Range<Int> {
    let start = max(span.start.number, employment.start.number)
    return start..<max(start, min(span.end.number, employment.end.number))
  }

  /// How busy a day is for the user: 1 on a good day, 0 when away.
  private func bustle(_ day: Day, _ dice: inout Dice) -> Double {
    if let leave, leave.start <= day, day < leave.end { return 0 }
    return dice.unit() < 0.035 ? 0 : Conduct.rhythm(day)
  }

  /// The rhythm of the week and of the year.
  private static func rhythm(_ day: Day) -> Double {
    let (_, month, date) = day.civil
    let week = [1.0, 1.1, 1.1, 1.05, 0.6, 0.012, 0.004][day.weekday]
    return switch (month, date) {
    case (12, 24...26), (1, 1): week * 0.01
    case (12, 20...31), (1, 2...4): week * 0.15
    case (8, _): week * 0.75
    case (5, 1): week * 0.1
    default: week
    }
  }

  private func calls(on day: Day) -> Int {
    var dice = Dice(key, day.number, Stream.calls)
    return calls(bustle(day, &dice), &dice)
  }

  private func calls(_ bustle: Double, _ dice: inout Dice) -> Int {
    guard bustle > 0 else { return 0 }
    return min(8, Int(callRate * bustle * (0.4 + 1.2 * dice.unit()) + dice.unit()))
  }

  private func addCounters(_ day: Day, _ totals: inout [Int]) {
    var callDice = Dice(key, day.number, Stream.calls)
    let bustle = bustle(day, &callDice)
    guard bustle > 0 else { return }
    let calls = calls(bustle, &callDice)
    let hosted = (0..<calls).count { _ in callDice.unit() < hostShare }
    totals[0] += hosted
    totals[1] += calls - hosted
    let learns = isNewUntil.map { day < $0 } ?? false
    var dice = Dice(key, day.number, Stream.counters)
    for counter in 2..<rates.count {
      let rate = rates[counter]
      let extra = learns ? Conduct.learning[counter] : 0
      let mean = (rate.daily + extra) * bustle + rate.perCall * Double(calls)
      totals[counter] += Int(mean + dice.unit())
    }
  }

  /// What learning the trade adds to each counter on a working day.
  private static let learning: [Double] = Counter.allCases.map { counter in
    switch counter {
    case .callsListenedOthers: 2.2
    case .callsListenedOwn: 0.5
    case .feedbackReceived: 0.35
    case .feedbackRequested: 0.3
    default: 0
    }
  }

  private func add(_ day: Day, calls: Int, _ sums: inout [Double], _ weights: inout [Double]) {
    var dice = Dice(key, day.number, Stream.metrics)
    let weight = Double(calls)
    let spread = 0.4 / weight.squareRoot()
    let isMissing = dice.unit() < 0.012
    let missing = dice.index(below: levels.count)
    for metric in levels.indices {
      let noise = spread * (dice.unit() + dice.unit() - 1)
      if isMissing, metric == missing { continue }
      if metric == unmeasured, isUnmeasured(inWeekOf: day) { continue }
      sums[metric] += weight * level(metric, on: day) * (1 + noise)
      weights[metric] += weight
    }
  }

  /// The level of a metric on a day: it swings slowly, and the real change is in it.
  private func level(_ metric: Int, on day: Day) -> Double {
    let swing = swings[metric]
    let turns = Double(day.number) / swing.days + swing.phase
    let place = turns - turns.rounded(.down)
    var level = levels[metric] * (1 + 0.07 * (abs(2 * place - 1) * 2 - 1))
    if let change, change.metric == metric, day >= change.since { level *= change.factor }
    if metric == Conduct.monologue, let isNewUntil, day < isNewUntil {
      level *= 1 + 0.3 * Double(isNewUntil - day) / 60
    }
    return level
  }

  private static let monologue = Metric.longestMonologue.column

  private func isUnmeasured(inWeekOf day: Day) -> Bool {
    var dice = Dice(key, (day - day.weekday).number, Stream.weeks)
    return dice.unit() < 0.35
  }

  /// A number as JSON writes it: an integer whenever it is whole.
  private static func rounded(_ value: Double, decimals: Int) -> Number {
    let power = [1.0, 10, 100][decimals]
    let scaled = (value * power).rounded()
    return scaled.truncatingRemainder(dividingBy: power) == 0
      ? .integer(Int64(scaled / power)) : .decimal(scaled / power)
  }
}
