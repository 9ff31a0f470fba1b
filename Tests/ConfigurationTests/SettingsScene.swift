import Records

@testable import Configuration

/// A table of settings with a few names in place of the program's.
enum SettingsScene {
  static let table = SettingsTable(
    Vocabulary(
      actions: ["sort", "pause", "quit", "help"],
      whyNoKey: { $0.hasPrefix("C-") || $0 == "F11" || $0.count == 1 ? nil : "\($0) is no key." },
      columns: [
        .interactions: ["user", "calls", "patience", "patience-change", "trend"],
        .activity: ["user", "calls_hosted"],
      ],
      glyphs: ["braille", "ascii"], charts: ["line", "bar"], regions: ["us", "eu"],
      isZone: { ["UTC", "Europe/Berlin"].contains($0) }),
    home: "/home/ana")

  static func read(_ text: String) throws(SettingMistakes) -> Settings {
    try table.read(Array(text.utf8), file: "/etc/rapport/config.yaml")
  }

  /// What is wrong with a text, as `line:column: sentence`.
  static func mistakes(_ text: String) -> [String] {
    do throws(SettingMistakes) {
      _ = try read(text)
      return []
    } catch {
      return error.all.map { "\($0.line ?? 0):\($0.column ?? 0): \($0.sentence)" }
    }
  }
}
