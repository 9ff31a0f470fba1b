import Canvas
import Dashboard
import Loop

/// `rapport keys`: every action of the dashboard with its keys.
struct KeysCommand {
  func run() throws(Stop) -> ExitCode {
    let rows = ActionTable.entries.map { entry in
      let keys = KeyMap.standard.keys(of: entry.action).map(\.name).joined(separator: " ")
      let argument = entry.argument.map { " \($0)" } ?? ""
      return (keys: keys, name: entry.action.rawValue + argument, help: entry.help)
    }
    let keyColumns = rows.map(\.keys.columns).max() ?? 0
    let nameColumns = rows.map(\.name.columns).max() ?? 0
    for row in rows {
      try Output.write(
        "\(row.keys.padded(to: keyColumns))  \(row.name.padded(to: nameColumns))  \(row.help)\n")
    }
    return .fine
  }
}
