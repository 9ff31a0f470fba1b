import Dashboard
import Testing

@testable import rapport

@Suite struct CompletionTests {
  @Test(arguments: Completions.allCases)
  func `every command and option is completed`(_ shell: Completions) {
    for command in Command.allCases { #expect(shell.script.contains(command.rawValue)) }
    for option in Option.allCases { #expect(shell.script.contains(option.rawValue)) }
  }

  @Test(
    arguments: [
      ("rapport in", ["interactions"]), ("rapport interactions --ra", ["--range"]),
      ("rapport interactions --by w", ["week"]), ("rapport cache pr", ["prune"]),
      ("rapport snapshot --format s", ["svg"]), ("rapport --colo", ["--color"]),
      ("rapport simulate --ra", ["--rate"]),
      (
        "rapport interactions --range this-",
        [
          "this-week", "this-month", "this-quarter", "this-year",
        ]
      ),
    ])
  func `bash completes what the tables say`(line: String, expected: [String]) async throws {
    let outcome = try await Home().shell(
      """
      "$0" completions bash >"$HOME/completions"
      bash -c 'source "$HOME/completions"; COMP_WORDS=(\(line))
        COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _rapport; printf "%s\\n" "${COMPREPLY[@]}"'
      """)
    #expect(outcome.errors == "")
    #expect(outcome.lines.map(String.init) == expected)
  }

  @Test func `the keys are printed for every action`() async throws {
    let outcome = try await Home().run(["keys"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.lines.count == ActionTable.entries.count)
    #expect(outcome.lines.contains { $0.hasPrefix("q C-c F10") && $0.hasSuffix("Leave rapport.") })
  }
}
