extension Key {
  private static let named: [(key: Key, names: [String])] = [
    (.character(" "), ["Space"]), (.enter, ["Enter", "Return"]), (.escape, ["Esc", "Escape"]),
    (.tab, ["Tab"]), (.backTab, ["S-Tab", "BackTab"]), (.backspace, ["Backspace"]),
    (.delete, ["Del", "Delete"]), (.insert, ["Ins", "Insert"]), (.up, ["Up"]), (.down, ["Down"]),
    (.left, ["Left"]), (.right, ["Right"]), (.home, ["Home"]), (.end, ["End"]),
    (.pageUp, ["PgUp", "PageUp"]), (.pageDown, ["PgDn", "PageDown"]),
  ]

  /// The key's name in help screens and key tables: `j`, `C-d`, `A-x`, `F5`, `Space`, `Esc`.
  package var name: String {
    switch self {
    case .character(let character) where character != " ": String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "C-" + Key.character(character).name
    case .alt(let character): "A-" + Key.character(character).name
    default: Self.named.first { $0.key == self }?.names.first ?? ""
    }
  }

  /// The key of this name, as `name` writes it; words also in any case, some under a second name,
  /// and Alt also as `M-`. Nil for anything else, and for Ctrl with a key that no terminal reports.
  package init?(name: String) {
    if let character = name.first, name.count == 1 {
      self = .character(character)
    } else if let rest = Self.rest(of: name, after: ["c-", "ctrl-"]) {
      guard case .character(let character) = Key(name: rest),
        let key = Self.pressed(withControl: character)
      else { return nil }
      self = key
    } else if let rest = Self.rest(of: name, after: ["a-", "m-", "alt-"]) {
      guard case .character(let character) = Key(name: rest) else { return nil }
      self = .alt(character)
    } else if let rest = Self.rest(of: name, after: ["f"]), let number = Int(rest),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      let word = name.lowercased()
      guard
        let key = Self.named.first(where: { $0.names.contains { $0.lowercased() == word } })?.key
      else { return nil }
      self = key
    }
  }

  private static func pressed(withControl character: Character) -> Key? {
    let typed = Character(character.lowercased())
    let reported: Bool =
      switch typed {
      case "h", "i", "j", "m": false
      case "a"..."z", " ", "]", "^", "_": true
      default: false
      }
    return reported ? .control(typed) : nil
  }

  private static func rest(of name: String, after prefixes: [String]) -> String? {
    let lowercased = name.lowercased()
    return prefixes.first { lowercased.hasPrefix($0) && lowercased.count > $0.count }
      .map { String(name.dropFirst($0.count)) }
  }
}
