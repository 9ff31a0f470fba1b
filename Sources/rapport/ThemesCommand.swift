import Canvas
import Configuration
import Wire

/// `rapport themes`: which themes there are. One that cannot be read is said and left out.
struct ThemesCommand {
  let catalogue: ThemeCatalogue
  let format: ReportFormat

  private struct Found {
    let name: String
    /// `dark` or `light`; nil for one that suits both.
    let variant: Theme.Variant?
    /// The file; nil for a part of the program.
    let path: String?
  }

  /// Prints the themes; a broken one makes the exit code that of the configuration.
  func run() throws(Stop) -> ExitCode {
    var found: [Found] = []
    var code = ExitCode.fine
    for entry in catalogue.entries {
      do throws(ConfigurationError) {
        let theme = try catalogue.theme(named: entry.name)
        found.append(
          Found(
            name: entry.name, variant: entry.path == nil ? nil : theme.variant, path: entry.path))
      } catch {
        Output.say(error.description)
        code = .configuration
      }
    }
    try print(found)
    return code
  }

  private func print(_ found: [Found]) throws(Stop) {
    guard format == .table else {
      return try format.print(found) { theme, json in
        json.beginObject()
        json.member("name", theme.name)
        json.member("kind", theme.variant?.rawValue)
        json.member("path", theme.path)
        json.endObject()
      }
    }
    let rows = found.map {
      [$0.name, $0.variant?.rawValue ?? "either", $0.path ?? "part of the program"]
    }
    try TextTable(
      [
        TextTable.Column(title: "NAME"), TextTable.Column(title: "KIND", rank: 1),
        TextTable.Column(title: "FROM", least: 12),
      ], rows: rows
    ).print()
  }
}
