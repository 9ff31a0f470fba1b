import Configuration
import Foundation
import Records
import Testing

@testable import rapport

/// Secrets by variable, file and command.
@Suite(.timeLimit(.minutes(5))) struct SecretCommandTests {
  private func run(_ script: String, timeout: Double = 20) -> Result<String, SecretCommand.Failed> {
    do throws(SecretCommand.Failed) {
      return .success(
        try SecretCommand(words: ["/bin/sh", "-c", script], timeout: timeout).firstLine())
    } catch {
      return .failure(error)
    }
  }

  private func sentence(_ script: String, timeout: Double = 20) -> String {
    if case .failure(let failed) = run(script, timeout: timeout) { failed.sentence } else { "" }
  }

  @Test(arguments: [
    "echo s3same", "printf s3same", "printf '  s3same \\r\\nuser: ana\\n'",
    "echo s3same; yes | head -c 300000", "echo s3same; echo words >&2",
  ])
  func `the first line is the secret`(script: String) throws {
    #expect(try run(script).get() == "s3same")
  }

  @Test func `a command that fails is told by its first words, and what it printed is not`() {
    let sentence = sentence("echo s3same; echo \"no such entry\" >&2; echo more >&2; exit 3")
    #expect(sentence == "The command “/bin/sh” failed: no such entry.")
  }

  @Test func `a command that prints nothing, or is not there, is told`() {
    #expect(sentence("true").contains("printed no secret"))
    #expect(sentence("echo; echo s3same").contains("printed no secret"))
    let missing = SecretCommand(words: ["/nowhere/pass"])
    #expect(throws: SecretCommand.Failed.self) { try missing.firstLine() }
  }

  @Test func `a command that hangs is ended with all that it has started`() async throws {
    let began = Date()
    let mark = "rapport-\(UUID().uuidString)"
    #expect(
      sentence("sh -c 'sleep 60; : \(mark)' & wait", timeout: 0.3)
        .contains("did not end within 1 s"))
    #expect(Date().timeIntervalSince(began) < 20)
    // A process that was killed is gone when the system comes to it.
    while try isRunning(mark), Date().timeIntervalSince(began) < 40 {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(try !isRunning(mark))
  }

  private func isRunning(_ mark: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { name in
      let line = try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8)
      return Int(name) != nil && line?.contains("sleep 60") == true && line?.contains(mark) == true
    }
  }

  @Test func `what goes on in the background is not waited for`() throws {
    let began = Date()
    #expect(try run("sleep 9 & echo s3same").get() == "s3same")
    #expect(Date().timeIntervalSince(began) < 8)
  }

  @Test func `it has no terminal to ask on, and no standard input`() throws {
    #expect(try run("read line || echo none").get() == "none")
    #expect(
      try run("if sh -c ': </dev/tty' 2>/dev/null; then echo tty; else echo none; fi").get()
        == "none")
  }

  @Test func `a kept secret is asked for once until it is to be read again`() async throws {
    let home = try Home()
    let count = home.folder.appendingPathComponent("count").path
    let words = ["/bin/sh", "-c", "echo x >>\(count); wc -l <\(count)"]
    let secret = Secret(.command(words), name: "token", isKept: true)
    async let first = secret.read()
    async let second = secret.read()
    #expect(try await [first, second] == ["1", "1"])
    secret.forget()
    #expect(try await secret.read() == "2")
    let other = Secret(.command(words), name: "token", isKept: false)
    #expect(try await other.read() == "3")
    #expect(try await other.read() == "4")
  }

  @Test func `a failure is not kept, and names what it is about`() async throws {
    let secret = Secret(.command(["/bin/false"]), name: "token of the account acme", isKept: true)
    for _ in 1...2 {
      await #expect(
        throws: Failure(
          .misconfigured,
          "The token of the account acme cannot be read: The command “/bin/false” failed.")
      ) { try await secret.read() }
    }
    let variable = Secret(.environment("RAPPORT_NO_SUCH"), name: "token", isKept: true)
    await #expect(throws: Failure.self) { try await variable.read() }
  }
}
