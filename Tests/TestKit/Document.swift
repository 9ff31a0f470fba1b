import Foundation
package import Testing

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

  /// The names of the files in a folder of the repository, without the ending that they share.
  package static func files(in folder: String, endingIn ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
  }

  /// Writes the document with other lines in a section.
  func replacing(section name: String, with lines: [String]) throws {
    guard let start = text.range(of: "<!-- \(name) -->\n"),
      let end = text.range(of: "<!-- /\(name) -->")
    else { throw NoSection(name: name, path: path) }
    let table = lines.joined(separator: "\n")
    let changed = "\(text[..<start.upperBound])\n\(table)\n\n\(text[end.lowerBound...])"
    try changed.write(
      to: Document.root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  /// A section that is to be written and is not there.
  struct NoSection: Error {
    let name: String
    let path: String
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

/// Fails unless a table of a document, which stands between `<!-- name -->` and `<!-- /name -->`, has
/// these cells. With `RECORD_TABLES=1` in the environment it is written anew, and the test fails to
/// say so.
package func expectTable(
  _ name: String, of path: String, _ header: [String], _ rows: [[String]],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let lines =
    ["| \(header.joined(separator: " | ")) |", "|\(header.map { _ in "---|" }.joined())"]
    + rows.map { "| \($0.joined(separator: " | ")) |" }
  let document = try Document(path)
  guard document.section(name) != lines else { return }
  guard ProcessInfo.processInfo.environment["RECORD_TABLES"] == "1" else {
    Issue.record(
      "The table “\(name)” of \(path) is not what the program does; RECORD_TABLES=1 writes it anew.",
      sourceLocation: sourceLocation)
    return
  }
  try document.replacing(section: name, with: lines)
  Issue.record(
    "Wrote the table “\(name)”; look at it and run again without RECORD_TABLES.",
    sourceLocation: sourceLocation)
}
