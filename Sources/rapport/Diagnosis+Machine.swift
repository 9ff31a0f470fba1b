import Dashboard

/// What is looked at on this machine.
extension Diagnosis {
  /// Less room than this cannot hold another window.
  private static let leastFree = 4_000_000
  private static let comfortableFree = 100_000_000

  mutating func checkZone() {
    let system = "this machine's is \(facts.systemZone)"
    switch (facts.chosenZone, facts.statedZone) {
    case (let chosen?, let stated?) where chosen != stated:
      add(
        "time zone", .warning,
        "Days are counted in \(chosen), as chosen, but the records are of \(stated): without"
          + " --timezone they agree; \(system).")
    case (let chosen?, _):
      add("time zone", .ok, "Days are counted in \(chosen), as chosen; \(system).")
    case (nil, let stated?):
      add("time zone", .ok, "Days are counted in \(stated), as the records say; \(system).")
    case (nil, nil):
      add(
        "time zone", .ok,
        "Days are counted in \(facts.systemZone), this machine's zone, until records say another.")
    }
  }

  mutating func checkCache() {
    let cache = facts.cache
    let free = cache.free.map { "; \(ByteCount.text($0)) are free on its disk" } ?? ""
    if let room = cache.free, room < Diagnosis.leastFree {
      return add(
        "cache", .failed(.cache),
        "The disk that holds \(cache.path) is full\(free): make room.")
    }
    if let problem = cache.problem { return add("cache", .failed(.cache), problem) }
    if let damage = cache.damage {
      return add(
        "cache", .failed(.cache),
        "\(cache.path) is damaged (\(damage)): remove the file, and it is fetched anew.")
    }
    if let notice = cache.notice { return add("cache", .warning, notice) }
    let isTight = cache.free.map { $0 < Diagnosis.comfortableFree } ?? false
    add(
      "cache", isTight ? .warning : .ok,
      "\(cache.path) takes \(ByteCount.text(cache.bytes))\(free)\(isTight ? ": make room" : "").")
  }

  mutating func checkTerminal() {
    let terminal = facts.terminal
    let badly: Check.Verdict = terminal.isTerminal ? .failed(.failed) : .warning
    guard !terminal.name.isEmpty, terminal.name != "dumb" else {
      let what = terminal.name.isEmpty ? "TERM is not set" : "TERM is “dumb”"
      return add(
        "terminal", badly, "\(what): the dashboard needs a terminal, printing records does not.")
    }
    guard let colors = terminal.colors else {
      return add(
        "terminal", badly,
        "This system does not know the terminal “\(terminal.name)”: set TERM to one that it knows, as"
          + " xterm-256color.")
    }
    let name = terminal.locale.lowercased()
    guard name.isEmpty || name.contains("utf-8") || name.contains("utf8") else {
      return add(
        "terminal", .warning,
        "The locale \(terminal.locale) is not UTF-8: set LANG to one that is, as C.UTF-8, or names may"
          + " be garbled.")
    }
    let palette =
      terminal.forbidsColors
      ? "no colours, as NO_COLOR says"
      : terminal.hasTruecolor ? "true colour" : colors > 0 ? "\(colors) colours" : "no colours"
    add("terminal", .ok, "\(terminal.name) with \(palette), in UTF-8.")
  }
}
