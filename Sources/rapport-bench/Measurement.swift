internal import Glibc

/// One look at the program on a cache.
struct Measurement {
  let scene: Scene

  func run(into report: inout Report) throws(BenchError) {
    let echoes = try scene.echoes()
    let nothing = try repeated { () throws(BenchError) in try scene.startOfNothing() }
    let starts = try repeated { () throws(BenchError) in try scene.start().milliseconds }
    let (dashboard, first) = try scene.start()
    let facts = ProcessFacts(of: dashboard)
    report.add(
      "start to first full frame", (starts + [first]).percentile(50), "ms",
      budget: scene.scale.startBudget, reference: nothing.percentile(50), note: "of --version")
    report.add("memory after the start", facts.peakMemory, "MB", budget: scene.scale.memoryBudget)
    addBytes(of: dashboard, to: &report)
    for exercise in Exercise.all {
      let times = press(exercise, on: dashboard)
      report.add("\(exercise.name), p50", times.percentile(50), "ms")
      report.add(
        "\(exercise.name), p99", times.percentile(99), "ms", budget: exercise.budget,
        reference: echoes.percentile(99), note: "of an echo")
    }
    report.add("memory, the most", facts.peakMemory, "MB", budget: scene.scale.memoryBudget)
    report.add("wake-ups in 5 s of idleness", Double(wakeUps(facts)), "", budget: 1)
  }

  private func wakeUps(_ facts: ProcessFacts) -> Int {
    // Threads that have nothing to do end after a while.
    sleep(6)
    let before = facts.sleeps
    sleep(5)
    return facts.sleeps.reduce(0) { $0 + $1.value - (before[$1.key] ?? 0) }
  }

  private func repeated(
    _ body: () throws(BenchError) -> Double
  ) throws(BenchError) -> [Double] {
    var values: [Double] = []
    for _ in 0..<5 { values.append(try body()) }
    return values
  }

  private func press(_ exercise: Exercise, on dashboard: TerminalProcess) -> [Double] {
    (0..<exercise.rounds).flatMap { _ in
      exercise.presses.compactMap { keys in
        dashboard.press(keys, quiet: exercise.quiet).map { Double($0.nanoseconds) / 1e6 }
      }
    }
  }

  /// The bytes of moves within the screen and of moves that scroll it, from the first row on.
  private func addBytes(of dashboard: TerminalProcess, to report: inout Report) {
    _ = dashboard.press("g", quiet: 50)
    let bytes = (0..<60).compactMap { _ in dashboard.press("j", quiet: 30)?.burst.bytes.count }
      .map(Double.init)
    let (moves, scrolls) = (bytes.prefix(20), bytes.suffix(20))
    report.add("a move, on the average", mean(moves), "bytes", budget: 400)
    report.add("a scroll by one row", mean(scrolls), "bytes", budget: 500)
    _ = dashboard.press("g", quiet: 50)
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
