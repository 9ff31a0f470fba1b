import Canvas
import Glibc
import Records
import Synchronization

/// How far the work has come: a line on stderr that is drawn over, only where a person sees it.
final class Meter: Sendable {
  /// How many columns there are for it; nil where nobody would see it.
  private let columns: Int?
  private let isShown = Atomic(false)

  init(isWanted: Bool = true) { columns = isWanted ? Output.columns(of: STDERR_FILENO) : nil }

  /// Says what is waited for.
  func show(_ words: String) {
    guard let columns else { return }
    // The last column stays free: some terminals go on to the next line there.
    isShown.store(true, ordering: .relaxed)
    Output.show("\r\u{1B}[K\(words.clipped(to: columns - 1))")
  }

  /// Says how many windows are there, and for how long the rest may take.
  func show(_ snapshot: Snapshot) {
    let wait = snapshot.pausedUntil == nil ? "" : " · waiting as the provider asked"
    show(snapshot.progress, " · \(snapshot.sent.sent) sent today", wait)
  }

  /// The same where only the progress is known.
  func show(_ done: Progress, _ sent: String = "", _ wait: String = "") {
    let fraction = done.total == 0 ? 1 : Double(done.done) / Double(done.total)
    let left = done.secondsLeft.map { " · \(Int($0.rounded(.up))) s left" } ?? ""
    show(
      "\(progress(fraction: fraction, columns: 26, glyphs: .block))"
        + " \(done.done) of \(done.total) windows\(sent)\(left)\(wait)")
  }

  /// Says what is waited for while the work lasts.
  func saying<Value, Problem>(
    _ words: String, during work: () async throws(Problem) -> Value
  ) async throws(Problem) -> Value {
    show(words)
    defer { clear() }
    return try await work()
  }

  /// Takes the line away, so that other words can stand there.
  func clear() {
    if isShown.exchange(false, ordering: .relaxed) { Output.show("\r\u{1B}[K") }
  }
}
