/// What has been received of one answer.
struct Reception {
  private static let maxHeaderBytes = 256 << 10

  private let maxBytes: Int
  private var headerBytes = 0
  private(set) var headers: [(name: String, value: String)] = []
  private(set) var body: [UInt8] = []
  /// When the server last gave a sign of life, or could first have given one; nil before the
  /// request is sent.
  private(set) var lastSign: ContinuousClock.Instant?
  /// Why no more is taken.
  private(set) var failure: TransportError?

  init(maxBytes: Int) { self.maxBytes = maxBytes }

  /// Whether not even a status has come.
  var isEmpty: Bool { headerBytes == 0 }

  /// The server gave a sign of life, or can give one from now on.
  mutating func noteSign() { lastSign = .now }

  /// False if there is too much of it.
  mutating func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    lastSign = .now
    guard body.count + bytes.count <= maxBytes else {
      failure = .tooLarge(bytes: maxBytes)
      return false
    }
    body += bytes
    return true
  }

  /// Takes one line with its end. False if there are too many.
  mutating func takeHeaderLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
    lastSign = .now
    headerBytes += bytes.count
    guard headerBytes <= Self.maxHeaderBytes else {
      failure = .tooLarge(bytes: Self.maxHeaderBytes)
      return false
    }
    let line = String(decoding: bytes, as: UTF8.self)
    // A status line begins an answer; what came before it was provisional.
    if line.hasPrefix("HTTP/") {
      headers = []
    } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = line[line.index(after: colon)...]
      headers.append((String(line[..<colon]), Self.trimmed(value)))
    }
    return true
  }

  private static func trimmed(_ text: Substring) -> String {
    // A line's end is one character in Swift, so this looks at scalars.
    var scalars = text.unicodeScalars
    while let first = scalars.first, first.value <= 32 { scalars.removeFirst() }
    while let last = scalars.last, last.value <= 32 { scalars.removeLast() }
    return String(scalars)
  }
}
