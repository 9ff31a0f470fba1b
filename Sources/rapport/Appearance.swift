import Canvas
import Configuration

/// Which theme and how many colours a picture gets.
struct Appearance {
  let theme: Theme
  let depth: ColorDepth

  /// `NO_COLOR` and `TERM=dumb` take the colours away unless `--color always` says otherwise.
  init(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) throws(Stop) {
    let choice = invocation[.color] ?? "auto"
    guard ["auto", "always", "never"].contains(choice) else {
      throw Stop(.usage, "“\(choice)” says nothing about colours: write auto, always or never.")
    }
    let isForbidden = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    let hasColor = choice == "always" || (choice == "auto" && !isForbidden)
    depth = hasColor ? .truecolor : .none
    guard hasColor else {
      theme = .plain
      return
    }
    let catalogue = ThemeCatalogue(directories: directories, executable: Executable.path)
    do throws(ConfigurationError) {
      theme = try catalogue.theme(named: invocation[.theme] ?? "dark")
    } catch {
      // The default has to do where no theme file is installed; a theme that was named has to be.
      guard invocation[.theme] == nil else { throw Stop(.configuration, error.description) }
      theme = .terminal
    }
  }
}
