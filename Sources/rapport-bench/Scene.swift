internal import Glibc

/// A cache of one size, and the program on it.
struct Scene {
  /// The day that the made-up team has today.
  private static let today = "2026-10-01"

  let program: String
  let scale: Scale
  /// Where the program's folders are.
  let folder: String

  private var environment: [String] {
    [
      "HOME=\(folder)", "XDG_CACHE_HOME=\(folder)/cache", "XDG_STATE_HOME=\(folder)/state",
      "XDG_CONFIG_HOME=\(folder)/config", "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=Europe/Berlin",
      "PATH=/usr/bin:/bin",
    ]
  }

  private var demo: [String] { ["--demo=\(scale.name)", "--today", Self.today] }

  /// Fetches every day of both resources from the simulator, then what the exercises look at.
  /// Gives back the seconds that the days took.
  func fill() throws(BenchError) -> Double {
    let start = nanoseconds()
    let range = scale.days >= 365 ? "2025-10-01..2026-10-01" : "90d"
    let sync = try TerminalProcess(
      program, ["sync", "--account", "team", "--by", "day", "--range", range] + demo,
      environment: environment)
    guard sync.ending() == 0 else { throw BenchError("The cache could not be filled.") }
    let seconds = Double(nanoseconds() - start) / 1e9
    let dashboard = try TerminalProcess(program, demo, environment: environment)
    _ = dashboard.read(quiet: 3000, within: 30_000)
    for exercise in [Exercise.range, .granularity] {
      for keys in exercise.presses { _ = dashboard.press(keys, quiet: 3000) }
    }
    _ = dashboard.press("q", quiet: 0)
    guard dashboard.ending() == 0 else { throw BenchError("The dashboard did not end well.") }
    return seconds
  }

  /// Starts the dashboard on the cache alone and waits for its first whole frame; gives back the
  /// milliseconds until then.
  func start() throws(BenchError) -> (dashboard: TerminalProcess, milliseconds: Double) {
    let start = nanoseconds()
    let dashboard = try TerminalProcess(
      program, demo + ["--offline"], environment: environment)
    let burst = dashboard.read(quiet: 400, within: 30_000)
    guard String(decoding: burst.bytes, as: UTF8.self).contains("with data") else {
      throw BenchError("The dashboard did not show its team within half a minute.")
    }
    return (dashboard, Double(burst.endedAt - start) / 1e6)
  }

  /// The milliseconds from the start of the program to the end of one line from it.
  func startOfNothing() throws(BenchError) -> Double {
    let start = nanoseconds()
    let version = try TerminalProcess(program, ["--version"], environment: environment)
    return Double(version.read(quiet: 50, within: 5000).endedAt - start) / 1e6
  }

  /// The milliseconds that each of many keys takes to come back from a program that does nothing.
  func echoes() throws(BenchError) -> [Double] {
    let echo = try TerminalProcess(
      "/bin/sh", ["-c", "stty raw -echo; echo; exec cat"], environment: environment)
    _ = echo.read(quiet: 300, within: 5000)
    return (0..<200).compactMap { _ in
      echo.press("j", quiet: 5).map { Double($0.nanoseconds) / 1e6 }
    }
  }
}
