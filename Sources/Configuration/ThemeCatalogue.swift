package import Canvas
internal import Glibc

/// The themes there are to choose from: files in a few folders, and those that need no file.
package struct ThemeCatalogue: Equatable, Sendable {
  /// A theme that can be chosen by its name.
  package struct Entry: Equatable, Sendable {
    /// What the configuration and the command line call it.
    package let name: String
    /// The file that it is read from; nil for a theme that is part of the program.
    package let path: String?
  }

  /// The folders that are searched, in this order: the first file of a name counts.
  package let folders: [String]

  private static let builtIn: [Theme] = [.terminal, .plain]

  /// The catalogue of a user and of a program: the user's own themes, those installed with the
  /// program or, for a program in its build folder, those of the source tree, and the system's.
  ///
  /// - Parameters:
  ///   - directories: the user's folders; nil for a user without any.
  ///   - executable: the path of the running program; symbolic links are followed.
  package init(directories: Directories?, executable: String) {
    self.init(
      folders: [directories?.config].compactMap { $0 }.map { $0 + "/themes" }
        + Self.foldersBeside(executable)
        + ["/usr/local/share/rapport/themes", "/usr/share/rapport/themes"])
  }

  /// The catalogue of these folders; those that cannot be read hold nothing.
  package init(folders: [String]) {
    var seen: Set<String> = []
    self.folders = folders.filter { seen.insert($0).inserted }
  }

  /// What there is now, by name; the files are not opened.
  package var entries: [Entry] {
    var found: [String: String?] = [:]
    for theme in Self.builtIn { found[theme.name] = .some(nil) }
    for folder in folders.reversed() {
      for file in Self.files(in: folder) where file.hasSuffix(ThemeFile.fileExtension) {
        found[ThemeFile.name(ofFile: file)] = folder + "/" + file
      }
    }
    return found.map { Entry(name: $0, path: $1) }.sorted { $0.name < $1.name }
  }

  /// The theme of a name or, if it has a slash in it or ends in `.yaml`, in the file of that path.
  package func theme(named name: String) throws(ConfigurationError) -> Theme {
    if name.contains("/") || name.hasSuffix(ThemeFile.fileExtension) {
      return try ThemeFile.load(name)
    }
    let entries = entries
    guard let entry = entries.first(where: { $0.name == name }) else {
      let names = entries.map(\.name)
      throw ConfigurationError(
        "There is no theme \(quoted(name)); the nearest is"
          + " \(quoted(nearest(to: name, among: names))). There are: "
          + names.map(\.harmless).joined(separator: ", ") + ".")
    }
    if let path = entry.path { return try ThemeFile.load(path) }
    return Self.builtIn.first { $0.name == name } ?? .terminal
  }

  private static func foldersBeside(_ executable: String) -> [String] {
    guard let resolved = realpath(executable, nil) else { return [] }
    defer { free(resolved) }
    let parts = String(cString: resolved).split(separator: "/").dropLast()
    let ancestors = (0...parts.count).reversed().map {
      parts.prefix($0).map { "/" + $0 }.joined()
    }
    let installed = ancestors.dropFirst().first.map { $0 + "/share/rapport/themes" }
    // Of a source tree, and not of any folder that happens to have one of the two.
    let tree = ancestors.first {
      access($0 + "/Package.swift", F_OK) == 0 && access($0 + "/themes", F_OK) == 0
    }
    return [installed, tree.map { $0 + "/themes" }].compactMap { $0 }
  }

  /// The names of the files in a folder, without the hidden ones.
  private static func files(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var files: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, !name.hasPrefix(".") { files.append(name) }
    }
    return files
  }
}
