/// How much there is in a cache, and what is promised for so much.
struct Scale {
  let users: Int
  let days: Int
  /// Milliseconds from the start to the first whole frame.
  let startBudget: Double
  /// Megabytes.
  let memoryBudget: Double

  static let middle = Scale(users: 500, days: 90, startBudget: 50, memoryBudget: 30)
  static let large = Scale(users: 10_000, days: 365, startBudget: 100, memoryBudget: 400)

  /// As the demo's option and the report write it.
  var name: String { "\(users)x\(days)" }
}

/// Keys that do the same kind of work, pressed one after the other.
struct Exercise {
  let name: String
  /// One press an element. Pressed again and again they come back to where they began.
  let presses: [String]
  let rounds: Int
  /// Milliseconds from a key to the last byte, for 99 of 100.
  let budget: Double
  /// Milliseconds without output after which a press has had all its effect.
  let quiet: Int

  static let moves = Exercise(
    name: "j and k", presses: Array(repeating: "j", count: 20) + Array(repeating: "k", count: 20),
    rounds: 5, budget: 8, quiet: 30)
  static let pages = Exercise(
    name: "page keys", presses: ["\u{1b}[6~", "\u{4}", "\u{15}", "\u{1b}[5~", "G", "g"],
    rounds: 10, budget: 8, quiet: 30)
  static let sort = Exercise(
    name: "sort", presses: ["S", "l", "s", "S", "h", "s"], rounds: 5, budget: 16, quiet: 60)
  static let range = Exercise(
    name: "range", presses: ["[", "]", "}", "{"], rounds: 5, budget: 16, quiet: 300)
  static let granularity = Exercise(
    name: "granularity", presses: ["d", "w", "M", "w"], rounds: 5, budget: 16, quiet: 300)

  static let all = [moves, pages, sort, range, granularity]
}
