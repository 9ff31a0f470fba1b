package import Canvas
package import Foundation
package import Testing

/// Fails unless the frame looks as the file `Frames/<name>.txt` beside the test says, in its text
/// and in its styles. With `RECORD_FRAMES=1` in the environment the file is written anew, and the
/// test fails to say so; a missing file is never made silently.
package func expectGolden(
  _ frame: Frame, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Frames/\(name).txt")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1"
  if let complaint = compareGolden(goldenText(of: frame), with: file, isRecording: isRecording) {
    Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation)
  }
}

/// What is wrong about a golden file, or nil if it has exactly this text. Writes the file first
/// when recording.
package func compareGolden(_ text: String, with file: URL, isRecording: Bool) -> String? {
  if isRecording {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      return "\(file.path) cannot be written: \(error)"
    }
    return "Recorded \(file.lastPathComponent); look at it and run again without RECORD_FRAMES."
  }
  guard let data = try? Data(contentsOf: file) else {
    return "There is no golden file \(file.path); run once with RECORD_FRAMES=1."
  }
  return goldenDifference(expected: String(decoding: data, as: UTF8.self), actual: text)
    .map { "\(file.lastPathComponent) differs.\n\($0)" }
}

/// A frame as a golden file has it: the text, a line `--`, a letter for the style of each cell
/// (`.` is plain), a line `--`, and what the letters mean.
package func goldenText(of frame: Frame) -> String {
  var letters: [Style: Character] = [.plain: "."]
  var legend = ""
  var block = ""
  for row in 0..<frame.size.rows {
    var line = ""
    for cell in frame.row(row) {
      if letters[cell.style] == nil {
        letters[cell.style] = letter(letters.count - 1)
        legend += "\(letter(letters.count - 2)) = \(cell.style.words)\n"
      }
      line.append(letters[cell.style] ?? "?")
    }
    while line.last == "." { line.removeLast() }
    block += line + "\n"
  }
  if let cursor = frame.cursor { legend += "cursor at column \(cursor.column) row \(cursor.row)\n" }
  return frame.text + "--\n" + block + "--\n" + legend
}

/// The rows in which two golden texts differ, with a caret under the first column that does; nil
/// if they are alike.
package func goldenDifference(expected: String, actual: String) -> String? {
  guard expected != actual else { return nil }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  var report: [String] = []
  for row in 0..<max(old.count, new.count) {
    let (before, after) = (row < old.count ? old[row] : nil, row < new.count ? new[row] : nil)
    guard before != after else { continue }
    let same = zip(before ?? "", after ?? "").prefix { $0 == $1 }.map(\.0)
    report.append(
      """
      line \(row + 1)
        expected |\(before ?? "(nothing)")
        actual   |\(after ?? "(nothing)")
                  \(String(repeating: " ", count: String(same).columns))^
      """)
  }
  let shown = report.prefix(12).joined(separator: "\n")
  return report.count > 12 ? shown + "\n… and \(report.count - 12) more lines" : shown
}

private func letter(_ index: Int) -> Character {
  let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  if index < letters.count { return letters[index] }
  return Unicode.Scalar(UInt32(0x3B1 + index - letters.count)).map(Character.init) ?? "?"
}

extension Style {
  fileprivate var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    let colors = [foreground.words.map { "\($0)" }, background.words.map { "on \($0)" }]
    let attributes = names.filter { self.attributes.contains($0.0) }.map(\.1)
    let words = colors.compactMap { $0 } + attributes
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension Color {
  fileprivate var words: String? {
    if let role = Role(goldenColor: self) { return role.rawValue }
    switch self {
    case .terminal: return nil
    case .palette(let index): return "palette \(index)"
    case .rgb: return hex
    }
  }
}
