import CCurl
import Glibc
import Synchronization

/// A request on its way from a task to the thread.
struct Submission: Sendable {
  let id: Int
  let request: HTTPRequest
  let destination: Destination
  /// When it was handed over.
  var at = ContinuousClock.now
  /// Where the body of a success goes as it arrives; nil to keep it whole.
  var channel: BodyChannel?
}

/// Where the tasks that ask and the thread that does the work meet. Whoever takes a request's
/// continuation out of `waiting` answers it, so each is answered exactly once.
final class Exchange: Sendable {
  typealias Answer = Result<HTTPResponse, TransportError>
  typealias Continuation = CheckedContinuation<Answer, Never>

  struct Settings: Sendable {
    let userAgent: String
    let connectionsPerHost: Int
    let certificates: TrustedCertificates
  }

  /// libcurl's multi handle.
  // Unchecked because other threads make but one call with it, curl_multi_wakeup, which libcurl
  // allows from any thread; the lock below keeps the handle alive during that call.
  struct Multi: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer
  }

  /// What the thread has to do next.
  struct Orders {
    var submitted: [Submission] = []
    var cancelled: [Int] = []
    /// Transfers that were held up and can go on.
    var resumed: [Int] = []
    var mustStop = false
  }

  private struct State {
    var nextID = 0
    var isStarted = false
    var waiting: [Int: Continuation] = [:]
    var orders = Orders()
    var multi: Multi?

    func wake() {
      if let multi { curl_multi_wakeup(multi.handle) }
    }
  }

  let settings: Settings
  private let state = Mutex(State())

  init(settings: Settings) { self.settings = settings }

  func makeID() -> Int {
    state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
  }

  /// Hands a request to the thread. It is called in the task that asks.
  func submit(_ submission: Submission, answeringTo continuation: Continuation) {
    let (isRefused, mustStart) = state.withLock { state in
      if state.orders.mustStop { return (true, false) }
      state.waiting[submission.id] = continuation
      // The task may have waited for a thread of its own since the request was made.
      var submission = submission
      submission.at = .now
      state.orders.submitted.append(submission)
      state.wake()
      defer { state.isStarted = true }
      return (false, !state.isStarted)
    }
    if isRefused { return continuation.resume(returning: .failure(.cancelled)) }
    if mustStart { startThread() }
    // The task may have been cancelled before there was anything to cancel.
    if Task.isCancelled { cancel(submission.id) }
  }

  /// Gives a request up; nothing happens if it was answered or never submitted.
  func cancel(_ id: Int) {
    let continuation = state.withLock { state in
      let continuation = state.waiting.removeValue(forKey: id)
      if continuation != nil {
        state.orders.cancelled.append(id)
        state.wake()
      }
      return continuation
    }
    continuation?.resume(returning: .failure(.cancelled))
  }

  /// Lets a transfer go on whose bytes were refused.
  func resume(_ id: Int) {
    state.withLock { state in
      guard state.waiting[id] != nil else { return }
      state.orders.resumed.append(id)
      state.wake()
    }
  }

  /// Answers everything that waits with `cancelled` and ends the thread.
  func shutdown() {
    let abandoned = state.withLock { state in
      state.orders.mustStop = true
      state.wake()
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in abandoned { continuation.resume(returning: .failure(.cancelled)) }
  }

  /// Answers one request, unless it was cancelled meanwhile.
  func answer(_ id: Int, with answer: Answer) {
    let continuation = state.withLock { $0.waiting.removeValue(forKey: id) }
    continuation?.resume(returning: answer)
  }

  /// Answers everything that waits with an error, because the thread cannot go on; the next
  /// request starts another.
  func fail(with error: TransportError) {
    let failed = state.withLock { state in
      state.orders.submitted = []
      state.orders.cancelled = []
      state.orders.resumed = []
      state.isStarted = false
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in failed { continuation.resume(returning: .failure(error)) }
  }

  /// Takes what there is to do.
  func takeOrders() -> Orders {
    state.withLock { state in
      defer {
        state.orders.submitted = []
        state.orders.cancelled = []
        state.orders.resumed = []
      }
      return state.orders
    }
  }

  /// States the handle by which the thread is woken; nil before it goes away.
  func setMulti(_ multi: Multi?) {
    state.withLock { $0.multi = multi }
  }

  private func startThread() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        var work = TransferThread(Unmanaged<Exchange>.fromOpaque(context).takeRetainedValue())
        work.run()
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      return fail(with: .other(code: Int(code), text: "no thread for the network"))
    }
    pthread_detach(thread)
  }
}
