import Foundation

/// A document of this repository, which tests hold to what the program does.
package struct Document {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Its path within the repository.
  package let path: String
  package let text: String

  /// Throws when there is no such document.
  package init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: Document.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The program's source files.
  package static var sources: [Document] {
    get throws {
      let folder = root.appendingPathComponent("Sources").path
      return try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".swift") }.map { try Document("Sources/" + $0) }
    }
  }

  /// The lines between `<!-- name -->` and `<!-- /name -->`; none without such a section.
  package func section(_ name: String) -> [String] {
    text.split(separator: "\n").map(String.init)
      .drop { $0 != "<!-- \(name) -->" }.dropFirst()
      .prefix { $0 != "<!-- /\(name) -->" }
  }

  /// The paths within the repository that its links and pictures lead to.
  package var files: [String] {
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    return text.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
      .filter { !$0.contains("://") }.map { folder + $0 }
  }

  /// Whether there is a file or folder of this path within the repository.
  package static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }
}
