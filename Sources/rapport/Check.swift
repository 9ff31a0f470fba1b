import Canvas
import Wire

/// One thing that was checked.
struct Check: Equatable {
  enum Verdict: Equatable {
    case ok, warning
    case failed(ExitCode)
  }

  let name: String
  let verdict: Verdict
  /// What was found, and what to do where something is wrong.
  let sentence: String
}

extension Check {
  /// `ok`, `warning` or `failed`.
  var word: String {
    switch verdict {
    case .ok: "ok"
    case .warning: "warning"
    case .failed: "failed"
    }
  }

  /// The check on a line of its own.
  var line: String {
    "\(word.padded(to: 9, .left))\(name.padded(to: 15, .left))\(sentence.harmless)\n"
  }

  /// Appends the check as an object.
  func write(to json: inout JSONWriter, account: String?) {
    json.beginObject()
    if let account { json.member("account", account) }
    json.member("check", name)
    json.member("verdict", word)
    json.member("words", sentence)
    if case .failed(let code) = verdict {
      json.member("exit_code", Int(code.rawValue))
    }
    json.endObject()
  }
}
