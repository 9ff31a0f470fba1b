import Glibc
import Records

/// The contents of one file, or of stdin.
struct SavedFile {
  /// What it is called in sentences.
  let name: String
  let contents: [UInt8]
  /// When it was written last; nil for what is no regular file.
  let savedAt: Timestamp?

  /// More would not fit into memory together with what it is made into.
  private static let limit = 512 << 20

  init(_ path: String) throws(Stop) {
    let isInput = path == "-"
    name = isInput ? "stdin" : path
    guard !isInput || isatty(STDIN_FILENO) == 0 else {
      throw Stop(
        .usage, "There is nothing to read on stdin: pipe the JSON into it, or name a file.")
    }
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SavedFile.unreadable(path, SystemError()) }
    defer { if !isInput { close(file) } }
    var status = stat()
    let isRegular = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let written = status.st_mtim
    savedAt =
      isRegular
      ? Timestamp(milliseconds: Int64(written.tv_sec) * 1000 + Int64(written.tv_nsec) / 1_000_000)
      : nil
    do throws(SystemError) {
      contents = try readAll(
        file, size: isRegular ? Int(status.st_size) : 0, limit: SavedFile.limit)
    } catch {
      throw SavedFile.unreadable(name, error)
    }
    guard contents.count <= SavedFile.limit else {
      throw Stop(
        .failed,
        "\(name) is larger than \(SavedFile.limit >> 20) MB: split it into files with fewer"
          + " records.")
    }
  }

  private static func unreadable(_ name: String, _ error: SystemError) -> Stop {
    Stop(.failed, "\(name) cannot be read: \(error.words); name another file.")
  }

  /// The last part of a path.
  static func shortName(_ path: String) -> String {
    path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
  }
}
