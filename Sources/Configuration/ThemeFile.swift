package import Canvas

/// Reads themes: base16 schemes, with an optional section that says how single roles look.
///
/// The scheme's format is that of `tinted-theming/home:builder.md`, the form with a `palette` as
/// well as the older one with the colours at the top; of a base24 scheme the first sixteen
/// colours are taken.
package enum ThemeFile {
  /// The theme in a file. Its name is the file's, without folder and extension: that is what the
  /// configuration and the command line call it.
  package static func load(_ path: String) throws(ConfigurationError) -> Theme {
    try theme(from: YAMLNode.read(path), name: name(ofFile: path))
  }

  static let fileExtension = ".yaml"

  static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.hasSuffix(fileExtension) ? file.dropLast(fileExtension.count) : file)
  }

  static func theme(from scheme: YAMLNode, name: String) throws(ConfigurationError) -> Theme {
    let palette = scheme["palette"]
    let aboutScheme = [
      "system", "name", "scheme", "slug", "author", "description", "variant", "palette", "roles",
    ]
    try scheme.allowOnly(aboutScheme + (palette == nil ? colorNames : []), "a theme")
    try palette?.allowOnly(colorNames, "the palette")
    guard scheme["name"] ?? scheme["scheme"] != nil else {
      throw scheme.error("\"name\" is missing; add a line such as name: \"\(name)\".")
    }
    if let system = scheme["system"], !["base16", "base24"].contains(try system.text("a system")) {
      throw system.error("Only schemes of the systems \"base16\" and \"base24\" can be read.")
    }
    let colors = try colors(of: palette ?? scheme)
    let variant = try variant(of: scheme, colors: colors)
    let styles = try styles(of: scheme["roles"], colors: colors)
    guard
      let theme = Theme(name: name, variant: variant, base16: colors, overrides: styles)
    else { throw scheme.error("A theme needs sixteen colours, base00 to base0F.") }
    return theme
  }

  /// `base00` to `base0F`, and the eight more of a base24 scheme.
  private static let colorNames = (0..<24).map { "base" + twoDigits($0) }

  private static func twoDigits(_ number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }

  private static func colors(of palette: YAMLNode) throws(ConfigurationError) -> [Color] {
    var colors: [Color] = []
    for name in colorNames.prefix(16) {
      guard let node = palette[name] else {
        throw palette.error("\"\(name)\" is missing; a palette has base00 to base0F.")
      }
      let text = try node.text("a colour")
      guard let color = Color(hex: text) else {
        throw node.error(
          text.isEmpty
            ? "\"\(name)\" has no colour; a colour that begins with # needs quotation marks."
            : "\(quoted(text)) is no colour; write six hexadecimal digits, such as \"1d2021\".")
      }
      colors.append(color)
    }
    return colors
  }

  private static func variant(
    of scheme: YAMLNode, colors: [Color]
  ) throws(ConfigurationError) -> Theme.Variant {
    guard let node = scheme["variant"] else {
      // The contrast with black grows with the light that a colour gives off.
      let black = Color.rgb(red: 0, green: 0, blue: 0)
      return colors[0].contrast(with: black) <= colors[7].contrast(with: black) ? .dark : .light
    }
    let text = try node.text("a variant")
    guard let variant = Theme.Variant(rawValue: text) else {
      throw node.error("\(quoted(text)) is no variant; write \"dark\" or \"light\".")
    }
    return variant
  }

  private static func styles(
    of section: YAMLNode?, colors: [Color]
  ) throws(ConfigurationError) -> [Role: Style] {
    var styles: [Role: Style] = [:]
    for entry in try section?.entries("a group of roles") ?? [] {
      guard let role = Role(rawValue: entry.key) else {
        let known = nearest(to: entry.key, among: Role.allCases.map(\.rawValue))
        throw entry.keyNode.error(
          "There is no role \(quoted(entry.key)); the nearest is \(quoted(known)).")
      }
      styles[role] = try StyleWords(base16: colors).style(entry.value)
    }
    return styles
  }
}
