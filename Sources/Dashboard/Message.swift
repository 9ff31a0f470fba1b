package import Canvas
package import Loop
package import Records

/// What happened.
package enum Message: Equatable, Sendable {
  case keyPressed(Key, Moment)
  /// Text was pasted as a whole.
  case pasted(String, Moment)
  case mouseUsed(MouseEvent, Moment)
  case resized(Size, Moment)
  /// A deadline passed that the model had asked for.
  case ticked(Moment)
  /// The data core answered a question.
  case snapshotArrived(request: Int, Snapshot)
  /// The themes that there are, as the terminal can show them.
  case themesListed([Theme])
  /// Something outside of the model came to an end, said in a sentence.
  case noticed(String)
  /// The last requests as they are now, the newest first.
  case requestsArrived([RequestLogEntry])
  /// How the accounts stand now.
  case accountsArrived([AccountReport])
  /// What needs attention was worked out.
  case judged(request: Int, Judged)
  /// A question for one record was answered.
  case recordArrived(request: Int, RecordAnswer)
  /// The data core answered a question about conversations.
  case conversationsArrived(request: Int, ConversationList)
  /// A question for a transcript was answered.
  case transcriptArrived(request: Int, Result<Transcript, Failure>)
  /// The credentials of an account were read again; the sentence says why they could not be.
  case credentialsRead(account: String, mistake: String?)
}

/// What can be copied.
package enum Clip: Equatable, Sendable {
  case text(String)
  /// As CSV.
  case table(Export)
}

/// What is to be done.
package enum Command: Equatable, Sendable {
  /// Ask the data core, which fetches some windows again, and give its snapshots this request's
  /// number.
  case watch(Query, request: Int, refreshing: Refresh)
  /// Say which themes there are.
  case listThemes
  /// Keep how the user left an account for the next start, which begins with it.
  case remember(Remembered, account: String)
  /// Put this on the clipboard of the terminal's user, and say that `what` was copied.
  case copy(Clip, what: String)
  /// Write a table to a file: JSON where the name ends in `.json`, else CSV.
  case write(Export, path: String, overwrites: Bool)
  /// Listen to the mouse, or leave it to the terminal.
  case listenToMouse(Bool)
  /// Paint the whole screen anew.
  case redraw
  /// Have a query's windows fetched, some of them again, though nobody looks at its account.
  case fetch(Query, refreshing: Refresh)
  /// Stop sending requests of an account, or go on.
  case pause(Bool, account: String)
  /// Read the credentials of an account again, and answer whether that went well.
  case readCredentials(account: String)
  /// Tell of the log of requests whenever it changes, or no more.
  case watchRequests(Bool)
  /// Tell how the accounts stand whenever that changes, or no more.
  case watchAccounts(Bool)
  /// Work out what needs attention, and give the answer this request's number; one that waits for
  /// its turn gives way to a newer one.
  case judge(Judgement, request: Int)
  /// Fetch one record past the cache, and give the answer this request's number.
  case fetchRecord(RecordQuery, request: Int)
  /// Tell of an account's conversations whenever they change, and give the answers this request's
  /// number; nil ends that.
  case watchConversations(ConversationQuery?, request: Int)
  /// Read one conversation of an account with all that was said, and give the answer this request's
  /// number.
  case fetchTranscript(account: String, ConversationNumber, request: Int)
}
