import Analytics
import Canvas
import Records

extension Model {
  /// Copies a part of the table on screen.
  mutating func copy(_ part: ExportPart) -> [Command] {
    if let page = transcriptScreen?.page, !page.turns.turns.isEmpty {
      return part == .table
        ? [.copy(.text(page.text), what: "the transcript")]
        : [.copy(.text(page.text(of: transcriptScreen?.selected ?? 0)), what: "the turn")]
    }
    if let text = textOnScreen { return [.copy(.text(text), what: "the whole text")] }
    guard let export = export(part) else {
      notice = "There is nothing here to copy."
      return []
    }
    let count = export.rows.count == 1 ? "1 row" : "\(export.rows.count) rows"
    return [.copy(.table(export), what: "\(count) as CSV")]
  }

  /// The text of a record as the provider wrote it, where that is on screen.
  private var textOnScreen: String? {
    guard case .record(let screen)? = screens.last, let form = screen.form,
      let lines = screen.texts[form]?.lines, !lines.isEmpty
    else { return nil }
    return lines.map { $0.text + "\n" }.joined()
  }

  /// Copies the value of the chosen column.
  mutating func copyCell() -> [Command] {
    guard let export = export(.rows), let row = export.rows.first else {
      notice = "There is nothing here to copy."
      return []
    }
    let name =
      kind == .conversations
      ? choices.conversations.chosen.name
      : chosenColumn == .user ? "user.name" : chosenColumn.name
    // A record's table has names first and values after them.
    let column = export.columns.firstIndex(of: name) ?? (kind == .record ? 1 : 0)
    let text =
      switch row[column] {
      case .text(let text): text
      case .number(let number): number.description
      case .absent: ""
      }
    return [.copy(.text(text), what: "“\(text)”")]
  }

  /// Writes the table on screen to a file; one that exists stays unless `overwrites` is set.
  mutating func write(to path: String, overwrites: Bool) -> [Command] {
    guard let export = export(.table) else {
      notice = "There is nothing here to write."
      return []
    }
    guard !path.isEmpty else {
      notice = "Write to which file? :write FILE, as CSV, or as JSON where it ends in .json."
      return []
    }
    return [.write(export, path: path, overwrites: overwrites)]
  }

  /// Says which command prints what is on screen, and copies it.
  mutating func showCommandLine() -> [Command] {
    let line = commandLine
    // Of many users the line would cover the table; what is copied is whole.
    let shown = line.clipped(to: 3 * (size.columns - 2) - 8)
    notice = shown
    return [.copy(.text(line), what: shown)]
  }

  /// The command that prints the records on screen.
  var commandLine: String {
    if let screen = conversationsScreen { return commandLine(of: screen) }
    let command = saved == nil ? choices.resource.rawValue : "open"
    var words = ["rapport", command] + arguments
    if accounts.count > 1 { words += ["--account", account.name] }
    words += ["--range", choices.range.text(today: today), "--by", choices.granularity.rawValue]
    words += exportedUsers.flatMap { ["--user", $0] } + ["-o", "table"]
    return words.map(ShellText.quoted).joined(separator: " ")
  }

  /// The command that prints the conversations on screen.
  private func commandLine(of screen: ConversationsScreen) -> String {
    let days = screen.period?.days
    let range = days.map { "\($0.start.text)..\($0.end.text)" } ?? choices.range.text(today: today)
    let users = screen.user.map { [$0] } ?? members.map { Array($0) } ?? []
    var words = ["rapport", "conversations"] + arguments
    if accounts.count > 1 { words += ["--account", account.name] }
    words += ["--range", range]
    words += users.sorted().flatMap { user in
      snapshot.map { ["--user", $0.directory[user].id] } ?? []
    }
    return (words + ["-o", "table"]).map(ShellText.quoted).joined(separator: " ")
  }

  /// The ids that the command names: of the user on screen, the marked users, those that the filter
  /// leaves over, or the team's.
  private var exportedUsers: [String] {
    guard let directory = snapshot?.directory else { return [] }
    let users: [UserNumber] =
      switch screens.last {
      case .user(let screen): [screen.user]
      case .record(let screen): [screen.user]
      case .compare(let screen): screen.users
      default: Array(team.marked.isEmpty ? team.matches ?? members ?? [] : team.marked)
      }
    return users.sorted().map { directory[$0].id }
  }
}
