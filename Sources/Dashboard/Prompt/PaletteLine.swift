/// A line of the palette: the name of an action and, after a space, what it is to work on.
struct PaletteLine {
  let name: String
  /// Whether a `!` behind the name insists, as that a file is overwritten.
  let insists: Bool
  let argument: String
  let hasArgument: Bool

  init(_ line: String) {
    let line = line.drop { $0 == " " || $0 == ":" }
    let word = line.prefix { $0 != " " }
    insists = word.last == "!"
    name = String(insists ? word.dropLast() : word)
    hasArgument = word.count < line.count
    let rest = line.dropFirst(word.count).drop { $0 == " " }
    argument = String(rest.reversed().drop { $0 == " " }.reversed())
  }
}
