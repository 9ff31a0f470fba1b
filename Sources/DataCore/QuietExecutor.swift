internal import Dispatch
internal import Synchronization

/// Runs tasks on queues of its own. Swift's own executor runs them on Dispatch's shared queues, which
/// on Linux wake up once a second for as long as the process lives, to see whether they need another
/// thread; a dashboard that has nothing to do is to sleep.
package final class QuietExecutor: TaskExecutor {
  /// The one that all long-lived tasks prefer.
  package static let shared = QuietExecutor()

  private let queues = (1...4).map { DispatchQueue(label: "rapport.tasks.\($0)") }
  private let next = Atomic(0)

  private init() {}

  /// Runs a piece of a task on the next queue in turn.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
    queues[turn & 3].async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Pauses a task for so many seconds; throws at once when it is cancelled. `Task.sleep` would wake
  /// the shared queues, and they would never be quiet again.
  package static func sleep(seconds: Double) async throws(CancellationError) {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    shared.queues[0].asyncAfter(deadline: .now() + seconds) { continuation.finish() }
    for await _ in stream {}
    if Task.isCancelled { throw CancellationError() }
  }
}
