import Analytics
import Canvas
import Records

/// The users of one bar of a histogram, the highest value first.
struct BarUsers {
  let model: Model
  /// The user who is pointed out.
  let user: UserNumber?
  let field: Field
  let bin: Distribution.Bin

  private static let columns = 32

  func draw(_ directory: Directory, into frame: inout Frame, in rect: Rect) {
    let theme = model.preferences.theme
    frame.put(
      BarUsers.title(of: bin, model.unit(of: field)), at: Point(column: rect.column, row: rect.row),
      style: theme[.title],
      columns: rect.columns)
    let rows = rect.rows - 1
    let columns = max(1, rect.columns / BarUsers.columns)
    guard rows > 0, let board = model.team.board else { return }
    let users = bin.users.compactMap { board.row(of: $0) }
      .sorted { ($0[field].value ?? 0) > ($1[field].value ?? 0) }
    let width = rect.columns / columns
    // The last place says how many more there are.
    let shown = users.count > rows * columns ? rows * columns - 1 : users.count
    let place = { (index: Int) in
      Point(column: rect.column + index / rows * width, row: rect.row + 1 + index % rows)
    }
    for (index, row) in users.prefix(shown).enumerated() {
      frame.put(
        line(row, directory[row.user].label, width: width - 2), at: place(index),
        columns: width - 2)
    }
    if shown < users.count {
      frame.put("and \(users.count - shown) more", at: place(shown), style: theme[.muted])
    }
  }

  /// `0.80 s to under 1.00 s: 12 users`.
  static func title(of bin: Distribution.Bin, _ unit: Unit) -> String {
    let bounds = [bin.lower, bin.upper].map { NumberText.value($0, unit) }
    let words = bin.lower < bin.upper ? "\(bounds[0]) to under \(bounds[1])" : bounds[0]
    return "\(words): \(bin.users.count) \(bin.users.count == 1 ? "user" : "users")"
  }

  private func line(_ row: TeamRow, _ name: String, width: Int) -> Line {
    let value = CellText(model).value(row[field], field, hasFewCalls: false).padded(to: 9, .right)
    let isSelected = row.user == user
    let names = max(0, width - 9)
    return Line(
      spans: [
        Span(
          name.clipped(to: names).padded(to: names),
          model.preferences.theme[isSelected ? .mark : .text])
      ] + value.spans)
  }
}
