package import Records

extension JSONWriter {
  /// A member with a text, or none.
  package mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A member with a number, or none.
  package mutating func member(_ name: String, _ number: Number?) {
    guard let number, number.double.isFinite else { return }
    key(name)
    raw(number.text)
  }

  /// A member that counts something.
  package mutating func member(_ name: String, _ count: Int) {
    key(name)
    integer(count)
  }

  /// A member that is true or false.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
}
