internal import Glibc

/// What the kernel says of a process.
struct ProcessFacts {
  private let folder: String

  init(of process: TerminalProcess) { folder = "/proc/\(process.id)" }

  /// The most memory that it ever had, in megabytes.
  var peakMemory: Double { Double(number("VmHWM:", in: "\(folder)/status")) / 1000 }

  /// How often each of its threads went to sleep so far. One that makes no system calls does not.
  var sleeps: [Int: Int] {
    guard let threads = opendir("\(folder)/task") else { return [:] }
    defer { closedir(threads) }
    var sleeps: [Int: Int] = [:]
    while let entry = readdir(threads) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let thread = Int(name) else { continue }
      sleeps[thread] = number("voluntary_ctxt_switches:", in: "\(folder)/task/\(name)/status")
    }
    return sleeps
  }

  private func number(_ label: String, in path: String) -> Int {
    guard let file = fopen(path, "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
      )
      .split { $0 == " " || $0 == "\t" || $0 == "\n" }
      if words.count > 1, words[0] == label { return Int(words[1]) ?? 0 }
    }
    return 0
  }
}
