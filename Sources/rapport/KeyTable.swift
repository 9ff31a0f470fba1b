import Canvas
import Dashboard
import Loop

/// Every action of the dashboard with its keys, as `rapport keys` prints it.
enum KeyTable {
  static func text(_ map: KeyMap) -> String {
    let rows = ActionTable.entries.map { entry in
      let keys = map.keys(of: entry.action).map(\.name).joined(separator: " ")
      let argument = entry.argument.map { " \($0)" } ?? ""
      return (keys: keys, name: entry.action.rawValue + argument, help: entry.help)
    }
    let keyColumns = rows.map(\.keys.columns).max() ?? 0
    let nameColumns = rows.map(\.name.columns).max() ?? 0
    return rows.map { row in
      "\(row.keys.padded(to: keyColumns))  \(row.name.padded(to: nameColumns))  \(row.help)\n"
    }.joined()
  }
}
