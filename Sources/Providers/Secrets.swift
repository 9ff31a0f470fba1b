/// What must not come out in words of a server or a proxy, which may echo what they were sent.
struct Secrets: Sendable {
  /// A piece this long gives a secret away; a text that was cut off may end in one.
  private static let leastShown = 8

  private let values: [[UInt8]]

  /// The texts to keep; empty ones are none.
  init(_ texts: [String]) {
    values = texts.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  /// The text with an ellipsis in the place of each secret, or of the beginning of one.
  func hidden(in text: String) -> String {
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if let length = lengthOfSecret(at: position, in: bytes) {
        shown += "…".utf8
        position += length
      } else {
        shown.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// How much of the longest secret stands at a position; nil when none does.
  private func lengthOfSecret(at position: Int, in bytes: [UInt8]) -> Int? {
    values.compactMap { value -> Int? in
      let length = zip(value, bytes[position...]).prefix { $0 == $1 }.count
      return length >= min(value.count, Secrets.leastShown) ? length : nil
    }.max()
  }
}
