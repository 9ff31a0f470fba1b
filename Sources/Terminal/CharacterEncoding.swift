internal import CNcurses
internal import Glibc

/// Makes the C library count and write characters as UTF-8, and knows whether the user's own
/// settings say so too.
enum CharacterEncoding {
  /// Selects the environment's encoding if it is UTF-8, else plain UTF-8: with any other, curses
  /// has no width for what frames hold. Only this category is touched, never the one of numbers.
  static func select() {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return }
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Whether the user has not asked for anything but UTF-8. A locale that is not installed counts
  /// by its name, and none at all does not count against it.
  static var isExpected: Bool {
    let settings = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { (name: String) in
      getenv(name).map { String(cString: $0) }
    }
    guard let setting = settings.first(where: { !$0.isEmpty }) else { return true }
    let name = setting.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  private static var isUTF8: Bool { String(cString: shim_codeset()) == "UTF-8" }
}
