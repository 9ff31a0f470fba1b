/// Lays JSON text out for a person, two spaces a level: every value stays as it was written, to the
/// last digit.
package struct JSONLayout {
  private let scan: JSONScan
  private var result: [UInt8] = []

  /// The text in lines. It has to be JSON.
  package static func lines(of json: [UInt8]) -> String {
    var layout = JSONLayout(scan: JSONScan(bytes: json))
    layout.add(layout.scan.root, depth: 0)
    return String(decoding: layout.result, as: UTF8.self)
  }

  private init(scan: JSONScan) { self.scan = scan }

  private mutating func add(_ value: Range<Int>, depth: Int) {
    switch scan.bytes[value.lowerBound] {
    case UInt8(ascii: "{"):
      add(scan.members(of: value), in: "{}", depth: depth) { layout, member in
        layout.result += layout.scan.bytes[member.key]
        layout.result += ": ".utf8
        layout.add(member.value, depth: depth + 1)
      }
    case UInt8(ascii: "["):
      add(scan.elements(of: value), in: "[]", depth: depth) { layout, element in
        layout.add(element, depth: depth + 1)
      }
    default: result += scan.bytes[value]
    }
  }

  private mutating func add<Item>(
    _ items: [Item], in brackets: String, depth: Int, _ add: (inout JSONLayout, Item) -> Void
  ) {
    result += brackets.utf8.prefix(1)
    for (index, item) in items.enumerated() {
      if index > 0 { result.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      add(&self, item)
    }
    if !items.isEmpty { breakLine(depth) }
    result += brackets.utf8.suffix(1)
  }

  private mutating func breakLine(_ depth: Int) {
    result.append(UInt8(ascii: "\n"))
    result += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }
}
