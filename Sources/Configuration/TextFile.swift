internal import Glibc

/// Reads the small files that people write.
package enum TextFile {
  /// More than any configuration needs, and little enough to read at once.
  static let sizeLimit = 1 << 20

  /// The bytes of a file, at most 1 MiB.
  ///
  /// Only regular files are read: a pipe could keep the program waiting. Of a secret, only one that
  /// nobody but its owner may read or change.
  package static func bytes(
    of path: String, isSecret: Bool = false
  ) throws(ConfigurationError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationError(file: path, "This is not a file; name a text file.")
    }
    guard !isSecret || status.st_mode & 0o077 == 0 else {
      throw ConfigurationError(
        file: path, "Others than its owner may use this file; take that from them with chmod 600.")
    }
    return try bytes(from: descriptor, path: path)
  }

  private static func bytes(
    from descriptor: CInt, path: String
  ) throws(ConfigurationError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      bytes += chunk[..<count]
      guard bytes.count <= sizeLimit else {
        throw ConfigurationError(
          file: path, "This file is larger than 1 MiB, which no configuration needs.")
      }
    }
  }

  private static func failure(_ path: String, _ code: CInt) -> ConfigurationError {
    let sentence =
      switch code {
      case ENOENT, ENOTDIR: "There is no such file; check the path."
      case EACCES, EPERM: "This file may not be read; check who owns it and its mode."
      default: "This file cannot be read: \(String(cString: strerror(code)))."
      }
    return ConfigurationError(file: path, sentence)
  }
}
