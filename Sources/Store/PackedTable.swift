/// The bytes of a table of records in the cache.
///
/// Little-endian throughout. A magic and a version; the number of rows; then four sections, each
/// after its length: users, the numbers of the fields, the additional metrics, the texts. So the
/// numbers can be read without the texts. Arrays lie as they do in memory and are copied whole.
enum PackedTable {
  static let magic: [UInt8] = Array("RPT".utf8)
  static let version: UInt8 = 1

  /// How wide the integers of an array are; the raw value is the bytes of each.
  enum Width: UInt8 {
    case one = 1
    case two = 2
    case four = 4

    /// The least width for unsigned values up to `highest`.
    init(unsigned highest: Int) {
      self = highest <= UInt8.max ? .one : highest <= UInt16.max ? .two : .four
    }

    /// The least width for values from -1 to `highest`.
    init(signed highest: Int) {
      self = highest <= Int8.max ? .one : highest <= Int16.max ? .two : .four
    }
  }

  /// Which of the arrays that a column can do without it has.
  struct NumberParts: OptionSet {
    let rawValue: UInt8
    static let presence = NumberParts(rawValue: 1)
    static let integers = NumberParts(rawValue: 2)
    static let exact = NumberParts(rawValue: 4)
  }
}
