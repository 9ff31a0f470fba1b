import Canvas
import Dashboard
import DataCore
import Providers
import Records
import Wire

/// Which page is to be asked for next, and what is to be said when all is printed.
struct LivePages {
  static let noRecords = "The provider has no records for the range."

  /// More pages than any list has.
  private static let limit = 10_000

  /// What to ask for; nil at the end.
  private(set) var next: LiveRequest?
  /// How many pages there were.
  private(set) var count = 0
  /// Sentences for stderr.
  private(set) var remarks: [String] = []
  /// Everything that was asked for has come, as far as the answers tell.
  private(set) var isComplete = true
  private let followsCursors: Bool
  private var cursors: Cursors

  init(_ first: LiveRequest, followsCursors: Bool) {
    next = first
    self.followsCursors = followsCursors
    cursors = Cursors(limit: LivePages.limit, start: first.parameters.cursor)
  }

  /// Takes an answer, nil for that of a provider that has nothing for the period. Throws when the
  /// cursors lead in a circle; the answer is then of no use.
  mutating func take(_ answer: LiveBody?) throws(Failure) {
    guard let answer else {
      remarks.append(LivePages.noRecords)
      next = nil
      return
    }
    if followsCursors { try cursors.follow(answer.nextCursor) }
    count += 1
    if answer.isPartial, isComplete {
      remarks.append("The provider gave only a part of the records.")
      isComplete = false
    }
    guard followsCursors, let cursor = cursors.current else {
      sayWhatFollows(answer)
      next = nil
      return
    }
    next?.parameters.cursor = cursor
  }

  private mutating func sayWhatFollows(_ answer: LiveBody) {
    if let cursor = answer.nextCursor {
      remarks.append(
        "More follows: --cursor \(ShellText.quoted(cursor.harmless)) is the next page, --all gives every page."
      )
    } else if followsCursors, !answer.tellsNextCursor {
      remarks.append("The answer does not say in Truto's way whether another page follows.")
      isComplete = false
    }
  }
}
