package import Canvas
package import Loop
package import Records

/// What happened.
package enum Message: Equatable, Sendable {
  case keyPressed(Key, Moment)
  case resized(Size, Moment)
  /// A deadline passed that the model had asked for.
  case ticked(Moment)
  /// The data core answered a question.
  case snapshotArrived(request: Int, Snapshot)
  /// Something outside of the model came to an end, said in a sentence.
  case noticed(String)
}

/// What can be copied.
package enum Clip: Equatable, Sendable {
  case text(String)
  /// As CSV.
  case table(Export)
}

/// What is to be done.
package enum Command: Equatable, Sendable {
  /// Ask the data core, and give its snapshots this request's number. With `refreshing` it fetches
  /// everything again.
  case watch(Query, request: Int, refreshing: Bool)
  /// Put this on the clipboard of the terminal's user, and say that `what` was copied.
  case copy(Clip, what: String)
  /// Write a table to a file: JSON where the name ends in `.json`, else CSV.
  case write(Export, path: String, overwrites: Bool)
}
