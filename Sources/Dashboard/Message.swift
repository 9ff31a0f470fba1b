package import Canvas
package import Loop
package import Records

/// What happened.
package enum Message: Equatable, Sendable {
  case keyPressed(Key, Moment)
  /// Text was pasted as a whole.
  case pasted(String, Moment)
  case resized(Size, Moment)
  /// A deadline passed that the model had asked for.
  case ticked(Moment)
  /// The data core answered a question.
  case snapshotArrived(request: Int, Snapshot)
  /// The themes that there are, as the terminal can show them.
  case themesListed([Theme])
  /// Something outside of the dashboard should be said.
  case said(String)
}

/// What is to be done.
package enum Command: Equatable, Sendable {
  /// Ask the data core, and give its snapshots this request's number. With `refreshing` it fetches
  /// everything again.
  case watch(Query, request: Int, refreshing: Bool)
  /// Say which themes there are.
  case listThemes
  /// Keep what the user chose for the next start.
  case remember(Remembered)
}
