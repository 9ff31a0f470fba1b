import DataCore
import Testing

@Suite struct QuietExecutorTests {
  @Test func `a pause ends by itself`() async throws {
    try await QuietExecutor.sleep(seconds: 0.001)
  }

  @Test func `a pause ends at once when its task is cancelled`() async {
    let task = Task { try await QuietExecutor.sleep(seconds: 3600) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
