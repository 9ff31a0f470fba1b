package import Records

/// The forms in which the provider gives one record; the raw value is what a screen calls it.
package enum RecordForm: String, CaseIterable, Hashable, Sendable {
  /// The record with the provider's own copy of it.
  case raw = "raw JSON"
  /// The same with how the answer came to be, secrets hidden.
  case debug = "debug envelope"
}

/// One record as it is to be fetched: past the cache, in the provider's words.
package struct RecordQuery: Equatable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// What the record is about.
  package let resource: Resource
  /// The provider's id of the user.
  package let user: String
  /// The period of the record.
  package let period: Period
  /// How the record is to be given.
  package let form: RecordForm

  /// A question for one record.
  package init(
    account: String, resource: Resource, user: String, period: Period, form: RecordForm
  ) {
    self.account = account
    self.resource = resource
    self.user = user
    self.period = period
    self.form = form
  }
}

/// What became of a question for one record.
package enum RecordAnswer: Equatable, Sendable {
  /// The answer, laid out in lines.
  case text(String)
  case failed(Failure)
}

/// An answer of the provider as a text to read.
package struct RecordText: Equatable, Sendable {
  /// How far the question for the text has come.
  package enum State: Equatable, Sendable {
    /// Asked at so many milliseconds of uptime.
    case asked(at: Int)
    case arrived([JSONLine])
    case failed(Failure)

    /// Whether it is worth asking again.
    var isFailure: Bool { if case .failed = self { true } else { false } }
  }

  /// The number of the question; an answer to another changes nothing.
  package let request: Int
  /// How far it has come.
  package var state: State
  /// The first line on screen.
  package var cursor = ListCursor()
  /// How many columns are scrolled out on the left.
  package var column = 0

  init(request: Int, askedAt: Int) {
    self.request = request
    state = .asked(at: askedAt)
  }

  /// The lines to read; none until they are there.
  var lines: [JSONLine] { if case .arrived(let lines) = state { lines } else { [] } }

  mutating func take(_ answer: RecordAnswer) {
    state =
      switch answer {
      case .text(let text): .arrived(JSONLine.lines(of: text))
      case .failed(let failure): .failed(failure)
      }
  }

  /// Scrolls sideways, no further than the longest line.
  mutating func scrollColumns(by columns: Int) {
    let longest = lines.map(\.columns).max() ?? 0
    column = max(0, min(column + columns, longest - 1))
  }
}
