import Canvas
import Configuration
import Dashboard

/// Which theme and how many colours a picture gets.
struct Appearance {
  let theme: Theme
  let depth: ColorDepth
  /// The themes there are.
  let catalogue: ThemeCatalogue
  /// What is wrong with the theme that was meant, so that this one is the default.
  let mistake: String?
  /// The theme that was named on the command line, which can be a file of no folder of themes.
  private let named: String?
  /// Whether the theme may be another than this one: not where it was named, or without colours.
  let isOpen: Bool

  /// The values of `--color`.
  private enum ColorChoice: String, CaseIterable { case auto, always, never }

  /// `NO_COLOR` and `TERM=dumb` take the colours away unless `--color always` says otherwise.
  init(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) throws(Stop) {
    let choice: ColorChoice = try invocation.choice(.color) ?? .auto
    let isForbidden = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    let hasColor = choice == .always || (choice == .auto && !isForbidden)
    depth = hasColor ? .truecolor : .none
    catalogue = ThemeCatalogue(directories: directories, executable: Executable.path)
    named = invocation[.theme]
    isOpen = hasColor && named == nil
    guard hasColor else {
      theme = .plain
      mistake = nil
      return
    }
    let name = named ?? invocation.settings.theme
    do throws(ConfigurationError) {
      theme = try catalogue.theme(named: name)
      mistake = nil
    } catch {
      // A picture that is not as it was asked for is no use to a script, but a dashboard is.
      guard named == nil || error.file != nil && invocation.isInteractive else {
        throw Stop(.configuration, error.description)
      }
      let usual = Settings().theme
      // The default has to do where no theme file is installed.
      theme = (try? catalogue.theme(named: usual)) ?? .terminal
      mistake = name == usual && error.file == nil ? nil : error.description
    }
  }

  /// What the dashboard is told of the user's wishes.
  func preferences(keys: KeyMap) -> Preferences {
    var preferences = Preferences(theme: theme)
    preferences.keys = keys
    return preferences
  }

  /// The theme to begin with for a user who chose one the last time, and what is wrong with the
  /// file of that one; a file that is gone is no reason to say anything.
  func theme(remembered name: String?) -> (theme: Theme, notice: String?) {
    guard isOpen, let name else { return (theme, mistake) }
    do throws(ConfigurationError) {
      return (try catalogue.theme(named: name), nil)
    } catch {
      return (theme, error.file == nil ? nil : error.description)
    }
  }

  /// The themes that can be read, as a terminal can show them, and what is wrong with the others.
  /// Reads files.
  func themes(depth: ColorDepth) -> (themes: [Theme], mistakes: [String]) {
    var themes: [Theme] = []
    var mistakes: [String] = []
    var names = catalogue.entries.map(\.name)
    if let named, !names.contains(named) { names.insert(named, at: 0) }
    for name in names {
      do throws(ConfigurationError) {
        themes.append(try catalogue.theme(named: name).quantised(to: depth))
      } catch {
        mistakes.append(error.description)
      }
    }
    return (themes, mistakes)
  }

  /// The folders in which a theme can come, change and go.
  var folders: [String] {
    catalogue.folders + (named.map { [$0.contains("/") ? parent(of: $0) : "."] } ?? [])
  }
}
