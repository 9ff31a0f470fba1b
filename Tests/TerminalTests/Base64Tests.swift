import Foundation
import Testing

@testable import Terminal

@Test(arguments: 0...66) func `base64 is what everybody takes it for`(count: Int) {
  let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + count) }
  #expect(String(decoding: base64(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
}
