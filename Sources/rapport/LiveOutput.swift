import Dispatch
import Synchronization

/// Writes answers to stdout as they came, on a queue of its own: a reader may be slow. A terminal
/// gets control characters as JSON escapes.
final class LiveOutput: Sendable {
  private struct State {
    var failure: Stop?
    var hasTaken = false
    var escapes = TerminalEscapes()
  }

  private let queue = DispatchQueue(label: "rapport.output")
  private let isTerminal = Output.isTerminal
  private let state = Mutex(State())

  /// Why a piece could not be written.
  var failure: Stop? { state.withLock { $0.failure } }
  /// Whether any piece has come.
  var hasTaken: Bool { state.withLock { $0.hasTaken } }

  /// Writes an answer that is complete, with the end of its line where a person reads it.
  func write(_ bytes: [UInt8]) async throws(Stop) {
    _ = await take(bytes)
    let isEnded = bytes.last == UInt8(ascii: "\n")
    if isTerminal && !isEnded { _ = await take([UInt8(ascii: "\n")]) }
    if let failure { throw failure }
  }

  /// Writes the next piece and returns when that is done; false when it could not be.
  func take(_ bytes: [UInt8]) async -> Bool {
    let shown = state.withLock { state in
      state.hasTaken = true
      return isTerminal ? state.escapes.escaped(bytes) : bytes
    }
    let result = await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(
          returning: Result { () throws(Stop) in try Output.write(shown) })
      }
    }
    guard case .failure(let stop) = result else { return true }
    state.withLock { $0.failure = stop }
    return false
  }
}
