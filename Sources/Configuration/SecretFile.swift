/// Reads a file that holds one secret.
package enum SecretFile {
  /// The text of the file without the space around it. Throws when the file cannot be read, when
  /// others than its owner may, or when it is empty; the error never quotes it.
  package static func text(of path: String) throws(ConfigurationError) -> String {
    let bytes = try TextFile.bytes(of: path, isSecret: true)
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || (9...13).contains(byte) }
    let start = bytes.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else {
      throw ConfigurationError(file: path, "This file is empty; write the secret into it.")
    }
    return String(decoding: start[...last], as: UTF8.self)
  }
}
