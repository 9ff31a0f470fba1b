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
}

/// What is to be done.
package enum Command: Equatable, Sendable {
  /// Ask the data core, and give its snapshots this request's number. With `refreshing` it fetches
  /// everything again.
  case watch(Query, request: Int, refreshing: Bool)
}
