import Configuration
import Dispatch
import Glibc
import Records
import Synchronization

/// A secret of an account, read where it is whenever it is needed.
///
/// Only what a command printed is kept, since asking for it may bother a person: until it is
/// refused, or is to be read again.
final class Secret: Sendable {
  private static let queue = DispatchQueue(
    label: "rapport.secrets", qos: .userInitiated, attributes: .concurrent)
  private let source: SecretSource
  /// What it is, for sentences: `token of the account acme`.
  private let name: String
  private let isKept: Bool
  private let kept = Mutex<Task<Result<String, Failure>, Never>?>(nil)

  /// A secret; one that is needed seldom is not kept.
  init(_ source: SecretSource, name: String, isKept: Bool) {
    self.source = source
    self.name = name
    self.isKept = isKept
  }

  /// The secret, or why it cannot be had.
  func read() async throws(Failure) -> String {
    switch source {
    case .environment(let variable):
      guard let value = getenv(variable).map({ String(cString: $0) }), !value.isEmpty else {
        throw failure("The environment has no \(variable).")
      }
      return value
    case .file(let path):
      do throws(ConfigurationError) {
        return try SecretFile.text(of: path)
      } catch {
        throw failure(error.description)
      }
    case .command(let words): return try await output(of: words)
    }
  }

  /// Has it read anew the next time.
  func forget() { kept.withLock { $0 = nil } }

  /// What a command prints. All who ask while it runs wait for the same run.
  private func output(of words: [String]) async throws(Failure) -> String {
    let task = kept.withLock { kept in
      if let kept { return kept }
      let task = Task { await run(words) }
      kept = task
      return task
    }
    let result = await task.value
    if case .failure = result { forget() } else if !isKept { forget() }
    return try result.get()
  }

  private func run(_ words: [String]) async -> Result<String, Failure> {
    await withCheckedContinuation { continuation in
      Secret.queue.async { [self] in
        do throws(SecretCommand.Failed) {
          continuation.resume(returning: .success(try SecretCommand(words: words).firstLine()))
        } catch {
          continuation.resume(returning: .failure(failure(error.sentence)))
        }
      }
    }
  }

  private func failure(_ sentence: String) -> Failure {
    Failure(.misconfigured, "The \(name) cannot be read: \(sentence)")
  }
}
