internal import Glibc

/// Measures the program on a terminal, on a middle and on a large cache, and prints what came of
/// it beside what is promised.
@main enum Bench {
  private static let usage = """
    usage: rapport-bench [--quick] [--folder PATH]
      --quick         the middle cache alone
      --folder PATH   keep the caches there, and use those that are there already

    """

  static func main() {
    var scales = [Scale.middle, .large]
    var folder: String?
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--quick": scales = [.middle]
      case "--folder" where !arguments.isEmpty: folder = arguments.popFirst()
      default: end(2, usage)
      }
    }
    do throws(BenchError) {
      for scale in scales {
        let report = try measure(scale, in: folder.map { "\($0)/\(scale.name)" })
        say(report.lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
      }
    } catch {
      end(1, "rapport-bench: \(error.sentence)\n")
    }
  }

  private static func measure(
    _ scale: Scale, in kept: String?
  ) throws(BenchError) -> Report {
    let folder = if let kept { kept } else { try temporaryFolder() }
    defer { if kept == nil { remove(folder) } }
    let scene = Scene(program: try program(), scale: scale, folder: folder)
    var report = Report()
    report.add("\n\(scale.name), both resources" + String(repeating: " ", count: 20))
    if access("\(folder)/cache", F_OK) != 0 {
      report.add("fetching every day", try scene.fill(), "s")
    }
    try Measurement(scene: scene).run(into: &report)
    return report
  }

  /// The program that was built beside this one.
  private static func program() throws(BenchError) -> String {
    guard let own = realpath("/proc/self/exe", nil) else {
      throw BenchError("The folder of this program cannot be found.")
    }
    defer { free(own) }
    return String(cString: dirname(own)) + "/rapport"
  }

  private static func temporaryFolder() throws(BenchError) -> String {
    guard let made = mkdtemp(strdup("/tmp/rapport-bench-XXXXXX")) else {
      throw BenchError("No folder can be made in /tmp.")
    }
    defer { free(made) }
    return String(cString: made)
  }

  /// Removes a folder that this program made.
  private static func remove(_ folder: String) {
    do throws(BenchError) {
      _ = try TerminalProcess("/bin/rm", ["-rf", folder], environment: []).ending()
    } catch {
      say("rapport-bench: \(folder) is left behind.\n", to: STDERR_FILENO)
    }
  }

  private static func say(_ words: String, to descriptor: Int32) {
    let bytes = Array(words.utf8)
    write(descriptor, bytes, bytes.count)
  }

  private static func end(_ code: Int32, _ words: String) -> Never {
    say(words, to: STDERR_FILENO)
    exit(code)
  }
}
