import Loop

extension Model {
  /// What the keys of the list of columns do; the board behind it shows it at once.
  mutating func press(_ key: Key, onColumns picker: Picker) {
    let columns = columnChoices
    guard columns.indices.contains(picker.cursor.selected) else { return }
    let column = columns[picker.cursor.selected].column
    switch key {
    case .character(" "):
      guard column != .user else {
        notice = "The column of names stays: without it nobody could tell the rows apart."
        return
      }
      changeColumn(column) { $0.isShown.toggle() }
    case .character("J"), .character(">"): moveColumn(picker, by: 1)
    case .character("K"), .character("<"): moveColumn(picker, by: -1)
    case .character("("): widen(column, by: -2)
    case .character(")"): widen(column, by: 2)
    case .character("r"): choices.board.columns = nil
    default: break
    }
  }

  /// Moves the selected column among all, shown or not; the names stay first.
  private mutating func moveColumn(_ picker: Picker, by steps: Int) {
    var columns = columnChoices
    let (place, other) = (picker.cursor.selected, picker.cursor.selected + steps)
    guard columns.indices.contains(other), columns[place].column != .user,
      columns[other].column != .user
    else { return }
    columns.swapAt(place, other)
    choices.board.columns = columns
    var picker = picker
    picker.cursor.select(
      other, count: columns.count, visible: rows(of: picker, candidates(for: picker.action)))
    overlay = .picker(picker)
  }
}
