package import Canvas
import Records

/// A list to choose from, for an action that takes one of a few things.
package struct Picker: Equatable, Sendable {
  /// What is done with what is chosen.
  let action: Action
  /// The screen that it was opened on.
  let screen: ScreenKind
  /// What is typed to narrow the list.
  package var field = TextField()
  /// The selected row, and the first one seen.
  package var cursor = ListCursor()
  /// What Esc brings back.
  let before: Before

  /// What a picker changes while it is open.
  struct Before: Equatable, Sendable {
    let choices: Choices
    let theme: Theme
    let chosenTheme: String?
  }

  /// Whether typing narrows the list. The columns have their order, and letters do things to them.
  var narrows: Bool { action != .chooseColumns }

  /// What the list is called.
  var title: String {
    switch action {
    case .chooseMetric: "Metric"
    case .chooseSort: "Sort by"
    case .chooseColumns: "Columns"
    case .chooseRange: "Range"
    case .chooseTeam: "Team"
    case .chooseAccount: "Account"
    case .chooseTheme: "Theme"
    default: "View"
    }
  }

  /// The keys that do something besides moving, in one or two lines.
  var hints: [String] {
    switch action {
    case .chooseColumns:
      ["Space shows it · J K move it · ( ) width", "r standard · Enter keeps · Esc takes back"]
    case .chooseSort where screen == .team:
      ["Enter sorts by it · Space by it, too", "type to narrow · Esc takes back"]
    case .chooseRange: ["type to narrow, or two dates as in", "2026-10-01..2026-11-01"]
    case .chooseView: ["Enter goes to it · Del deletes it", "type to narrow · Esc leaves"]
    default: ["Enter chooses · type to narrow · Esc leaves"]
    }
  }

  /// What is said instead of the list where there is nothing in it.
  func emptySentence(_ model: Model) -> String {
    if !field.text.isEmpty {
      guard action == .chooseRange else { return "Nothing is called that." }
      do throws(RangeError) {
        _ = try RangeChoice(text: field.text)
      } catch {
        return error.sentence
      }
    }
    switch action {
    case .chooseView:
      return "No view is saved yet: \(model.preferences.keys.name(of: .saveView)) saves one."
    case .chooseTheme: return "Reading the themes …"
    default: return ""
    }
  }
}

/// Where a picker lies: at the right, so that one sees at its left what it does.
struct PickerLayout {
  let rect: Rect
  /// Where the list begins, below the line that is typed.
  let list: Int
  /// The rows of the list.
  let rows: Int
  /// What the keys do, where there is room to say it.
  let hints: [String]

  init(_ picker: Picker, _ candidates: [Candidate], size: Size) {
    let body = body(of: size)
    let lines = candidates.map(\.row)
    // The line that is typed, and the two lines of the panel, leave room for a list before hints.
    hints = body.rows >= 6 + picker.hints.count ? picker.hints : []
    let wanted = max(ListRow.columns(lines), hints.map(\.columns).max() ?? 0) + 4
    let columns = min(max(wanted, 30), max(30, size.columns * 5 / 8), size.columns)
    list = picker.narrows ? 1 : 0
    let others = 2 + list + hints.count
    rows = min(max(candidates.count, 3), max(1, body.rows - others))
    rect = Rect(
      column: size.columns - columns, row: body.row, columns: columns, rows: rows + others)
  }
}

extension Candidate {
  var row: ListRow { ListRow(mark: mark, term: label, detail: detail) }
}
