/// Where a page starts, for the one query that it was made for.
///
/// Its text has a `+`, a `/` and a `=`, so that a client that does not escape it is found out.
struct PageCursor: Equatable {
  /// What the page before it did wrong on purpose, since that must not be done twice in a row.
  enum Origin: String { case plain = "p", emptyPage = "e", loop = "l", duplicate = "d" }

  /// The place of the first user of the page.
  let position: Int
  let origin: Origin
  let digest: UInt64

  var text: String {
    "\(origin.rawValue)+\(String(position, radix: 36))/\(String(digest, radix: 36))=="
  }

  init(position: Int, origin: Origin, digest: UInt64) {
    self.position = position
    self.origin = origin
    self.digest = digest
  }

  /// Nil when the text is no cursor of this simulator.
  init?(text: String) {
    guard text.hasSuffix("=="), let plus = text.firstIndex(of: "+"),
      let slash = text.firstIndex(of: "/"), plus < slash,
      let origin = Origin(rawValue: String(text[..<plus])),
      let position = Int(text[text.index(after: plus)..<slash], radix: 36), position >= 0,
      let digest = UInt64(text[text.index(after: slash)...].dropLast(2), radix: 36)
    else { return nil }
    self.init(position: position, origin: origin, digest: digest)
  }

  /// What tells a query from others: its path and its parameters but for the cursor.
  static func digest(
    path: String, parameters: [SimulatedRequest.Parameter], seed: UInt64
  ) -> UInt64 {
    let names = parameters.filter { $0.name != "next_cursor" }.map { "\($0.name)=\($0.value)" }
    let text = ([path] + names.sorted()).joined(separator: "&")
    return text.utf8.reduce(Dice.mixed(seed &+ 1)) { Dice.mixed($0 ^ UInt64($1)) }
  }
}
