import Analytics
import Records

/// Where a user stands in the team, in words.
enum PlaceText {
  /// `rank 5 of 44 · 89th percentile`; nil without a value.
  static func place(_ board: TeamBoard, _ row: TeamRow, _ field: Field) -> String? {
    guard let rank = rank(board, row, field), let percentile = board.percentile(of: row, field)
    else { return nil }
    // Nobody is above or below everyone, oneself included.
    return "\(rank) · \(ordinal(min(99, max(1, Int(percentile.rounded()))))) percentile"
  }

  /// `rank 5 of 44`; nil without a value.
  static func rank(_ board: TeamBoard, _ row: TeamRow, _ field: Field) -> String? {
    guard let rank = board.rank(of: row, field), let count = board.statistics(field)?.count else {
      return nil
    }
    return "rank \(rank) of \(count)"
  }

  /// `1st`, `12th`, `83rd`.
  static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(ending)"
  }
}
