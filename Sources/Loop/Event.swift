package import Canvas

/// What can happen to a program besides the messages it is sent.
package enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text that was pasted as a whole. It is as hostile as any remote text.
  case pasted(String)
  /// The mouse was used; only while the screen listens to it.
  case mouse(MouseEvent)
  /// The terminal has this size; also sent when it is unchanged but must be drawn anew.
  case resized(Size)
  /// The program was stopped and goes on; any amount of time has passed.
  case resumed
  /// The moment came that the program had asked to be woken at.
  case woken
  /// A signal asks the program to end; it ends after this event, whatever it does.
  case terminated(signal: Int32)
  /// The terminal is gone; the program ends after this event, whatever it does.
  case hungUp
}
