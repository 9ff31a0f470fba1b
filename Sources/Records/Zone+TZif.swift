extension Zone {
  /// The zone in a TZif file (RFC 8536), or nil when the bytes are not one.
  package init?(name: String, tzif bytes: [UInt8]) {
    var reader = TZifReader(bytes: bytes)
    guard let old = reader.header() else { return nil }
    guard old.version >= 50 else {
      guard let body = reader.body(old, timeBytes: 4) else { return nil }
      self.init(name: name, transitions: body.transitions, offsets: body.offsets, rule: nil)
      return
    }
    reader.position += old.bytes(timeBytes: 4)
    guard let header = reader.header(), let body = reader.body(header, timeBytes: 8) else {
      return nil
    }
    let footer = String(decoding: reader.rest, as: UTF8.self).split(separator: "\n").first ?? ""
    self.init(
      name: name, transitions: body.transitions, offsets: body.offsets, rule: ZoneRule(footer))
  }
}

private struct TZifReader {
  let bytes: [UInt8]
  var position = 0

  struct Header {
    let version: UInt8
    let counts: [Int]
    var times: Int { counts[3] }
    var types: Int { counts[4] }
    func bytes(timeBytes: Int) -> Int {
      times * (timeBytes + 1) + types * 6 + counts[5] + counts[2] * (timeBytes + 4) + counts[1]
        + counts[0]
    }
  }

  mutating func header() -> Header? {
    guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8)
    else { return nil }
    let version = bytes[position + 4]
    let counts = (0..<6).map { Int(integer(at: position + 20 + $0 * 4, bytes: 4)) }
    position += 44
    return counts.allSatisfy { $0 >= 0 } ? Header(version: version, counts: counts) : nil
  }

  mutating func body(_ header: Header, timeBytes: Int) -> (transitions: [Int64], offsets: [Int])? {
    guard header.types > 0, position + header.bytes(timeBytes: timeBytes) <= bytes.count else {
      return nil
    }
    let times = (0..<header.times).map { integer(at: position + $0 * timeBytes, bytes: timeBytes) }
    let kinds = position + header.times * timeBytes
    let types = kinds + header.times
    let offsets = (0..<header.types).map { Int(integer(at: types + $0 * 6, bytes: 4)) }
    let indexes = (0..<header.times).map { Int(bytes[kinds + $0]) }
    guard indexes.allSatisfy({ $0 < offsets.count }) else { return nil }
    position += header.bytes(timeBytes: timeBytes)
    return (times, [offsets[0]] + indexes.map { offsets[$0] })
  }

  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// A big-endian signed integer.
  private func integer(at index: Int, bytes count: Int) -> Int64 {
    let value = bytes[index..<index + count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return count == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }
}
