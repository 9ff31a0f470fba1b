extension SettingsTable {
  /// The settings of a file. Throws everything that is wrong with it, in the order of the file.
  package func read(_ path: String) throws(SettingMistakes) -> Settings {
    try read(bytes(of: path), file: path)
  }

  /// The settings of a text. `file` is the path in errors.
  package func read(_ bytes: [UInt8], file: String) throws(SettingMistakes) -> Settings {
    var mistakes = Mistakes()
    let kind = SettingKind<Settings>.group(settings, "the configuration")
    let root = mistakes.take { () throws(ConfigurationError) in
      try YAMLNode.parse(bytes, file: file)
    }
    let settings = root.flatMap { kind.read($0, &mistakes) }
    guard let settings, mistakes.all.isEmpty else {
      let place = { (mistake: ConfigurationError) in (mistake.line ?? 0, mistake.column ?? 0) }
      throw SettingMistakes(all: mistakes.all.sorted { place($0) < place($1) })
    }
    return settings
  }

  private func bytes(of path: String) throws(SettingMistakes) -> [UInt8] {
    do throws(ConfigurationError) {
      return try TextFile.bytes(of: path)
    } catch {
      throw SettingMistakes(all: [error])
    }
  }
}

/// Everything that is wrong with a file of settings; never empty.
package struct SettingMistakes: Error, Equatable, Sendable {
  /// The mistakes in the order of the file.
  package let all: [ConfigurationError]

  /// One mistake or more.
  package init(all: [ConfigurationError]) { self.all = all }
}
