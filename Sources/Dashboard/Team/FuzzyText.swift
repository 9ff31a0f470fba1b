import Records

/// What every user can be found by, worked out once and not with every letter that is typed.
struct SearchNames: Equatable {
  let directory: Directory
  /// The name and the addresses of the user with number n at index n.
  let texts: [[FuzzyText]]

  init(directory: Directory) {
    self.directory = directory
    texts = directory.users.map { user in
      [FuzzyText(user.label)] + user.emails.map { FuzzyText($0.address) }
    }
  }

  static func == (one: SearchNames, other: SearchNames) -> Bool {
    one.directory == other.directory
  }
}

/// A text in the letters that people type to find it: small, without accents.
struct FuzzyText: Equatable {
  let letters: [UInt8]

  init(_ text: String) {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        letters.append((65...90).contains(byte) ? byte + 32 : byte)
      } else if !scalar.properties.isDiacritic {
        letters += Array(FuzzyText.plain(scalar).utf8)
      }
    }
    self.letters = letters
  }

  /// The letter without its accent, by its name in Unicode: LATIN SMALL LETTER E WITH DIAERESIS is
  /// an e. Other letters as small ones.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    let small = scalar.properties.lowercaseMapping
    guard let first = small.unicodeScalars.first, let name = first.properties.name else {
      return small
    }
    let marker = "LATIN SMALL LETTER "
    guard name.hasPrefix(marker) else { return small }
    let letter = name.dropFirst(marker.count).prefix { $0 != " " }
    return letter.count == 1 ? letter.lowercased() : small
  }

  /// Whether the letters occur in this order, each right after the one before or at the beginning
  /// of a word: `anlo` and `al` find Ana Lopes.
  func contains(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    return letters.indices.contains { letters[$0] == first && matches(wanted[...], at: $0) }
  }

  private func matches(_ wanted: ArraySlice<UInt8>, at place: Int) -> Bool {
    guard letters.indices.contains(place), letters[place] == wanted.first else { return false }
    let rest = wanted.dropFirst()
    guard !rest.isEmpty else { return true }
    if matches(rest, at: place + 1) { return true }
    return letters.indices.dropFirst(place + 2).contains { beginsWord($0) && matches(rest, at: $0) }
  }

  private func beginsWord(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = letters[place - 1]
    let isLetter = before >= 128 || (97...122).contains(before) || (48...57).contains(before)
    return !isLetter
  }
}
