import Synchronization

/// Hands the body of a stream from the thread to the task that takes it, a bounded piece at a time.
final class BodyChannel: Sendable {
  /// With so many bytes waiting the server is held up.
  private static let capacity = 256 << 10

  private struct State {
    var waiting: [UInt8] = []
    var isEnded = false
    /// Bytes were refused, so the transfer stands still until it is resumed.
    var isHeldUp = false
    var taker: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Takes bytes in; false when there are too many already, which holds the transfer up.
  func offer(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let (isTaken, taker) = state.withLock { state in
      guard state.waiting.count < BodyChannel.capacity else {
        state.isHeldUp = true
        return (false, CheckedContinuation<Void, Never>?.none)
      }
      state.waiting += bytes
      defer { state.taker = nil }
      return (true, state.taker)
    }
    taker?.resume()
    return isTaken
  }

  /// Nothing more comes.
  func end() {
    let taker = state.withLock { state in
      state.isEnded = true
      defer { state.taker = nil }
      return state.taker
    }
    taker?.resume()
  }

  /// All that waits, as soon as there is something; nil at the end. `resume` is called when the
  /// transfer was held up and can go on. To be called by one task.
  func next(resume: () -> Void) async -> [UInt8]? {
    while true {
      let (bytes, isEnded, wasHeldUp) = state.withLock { state in
        defer {
          state.waiting = []
          state.isHeldUp = false
        }
        return (state.waiting, state.isEnded, state.isHeldUp)
      }
      if wasHeldUp { resume() }
      if !bytes.isEmpty { return bytes }
      if isEnded { return nil }
      await withCheckedContinuation { taker in
        let isReady = state.withLock { state in
          if state.waiting.isEmpty && !state.isEnded {
            state.taker = taker
            return false
          }
          return true
        }
        if isReady { taker.resume() }
      }
    }
  }
}
