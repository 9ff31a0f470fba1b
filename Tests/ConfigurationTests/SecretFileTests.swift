import Foundation
import Testing

@testable import Configuration

struct SecretFileTests {
  private let path = NSTemporaryDirectory() + "rapport-secret-" + UUID().uuidString

  /// What is read of a file with these contents and this mode.
  private func read(_ text: String, mode: Int) throws -> String {
    #expect(
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try SecretFile.text(of: path)
  }

  @Test(arguments: ["sesame", "sesame\n", " sesame\r\n\n", "\tsesame"])
  func `the secret is the text without the space around it`(text: String) throws {
    #expect(try read(text, mode: 0o600) == "sesame")
    #expect(try read(text, mode: 0o400) == "sesame")
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o610, 0o660, 0o644])
  func `a file that others may use is refused with what to do`(mode: Int) {
    let error = #expect(throws: ConfigurationError.self) { try read("sesame", mode: mode) }
    #expect(error?.sentence.contains("chmod 600") == true)
    #expect(error?.description.contains("sesame") == false)
  }

  @Test(arguments: ["", " \n\t"])
  func `an empty file is no secret`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try read(text, mode: 0o600) }
    #expect(error?.sentence == "This file is empty; write the secret into it.")
  }

  @Test func `a file that is missing, and what is no file, is said`() {
    let missing = #expect(throws: ConfigurationError.self) { try SecretFile.text(of: path) }
    #expect(missing?.sentence == "There is no such file; check the path.")
    let folder = #expect(throws: ConfigurationError.self) { try SecretFile.text(of: "/tmp") }
    #expect(folder?.sentence == "This is not a file; name a text file.")
  }
}
