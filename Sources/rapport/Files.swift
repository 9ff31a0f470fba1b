import Glibc

/// What the system says is in the way of reading or writing.
struct SystemError: Error {
  let code = errno

  var words: String { String(cString: strerror(code)) }
}

/// Writes all bytes to an open file.
func writeAll(_ bytes: some Collection<UInt8>, to file: Int32) throws(SystemError) {
  var rest = Array(bytes)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      throw SystemError()
    }
  }
}

/// Reads an open file to its end, or until there are more bytes than the limit; `size` is how many
/// there will probably be.
func readAll(
  _ file: Int32, size: Int = 0, limit: Int = .max
) throws(SystemError) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(min(size, limit))
  var chunk = [UInt8](repeating: 0, count: 1 << 18)
  while bytes.count <= limit {
    let count = read(file, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk[..<count]
    } else if count == 0 {
      break
    } else if errno != EINTR {
      throw SystemError()
    }
  }
  return bytes
}

/// Makes a folder with those that it is in, where they are missing, for the user alone. Whoever
/// opens a file in it learns what was in the way.
func makeFolders(_ folder: String) {
  guard !folder.isEmpty, access(folder, F_OK) != 0 else { return }
  makeFolders(parent(of: folder))
  mkdir(folder, 0o700)
}

/// The folder that a path is in; empty where it names none.
func parent(of path: String) -> String {
  path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
}
