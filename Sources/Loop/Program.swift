package import Canvas

/// An application as pure functions: no clock, no file, no locale and no state but the model.
package protocol Program {
  associatedtype Model: Sendable
  associatedtype Message: Sendable
  associatedtype Command: Equatable & Sendable

  /// What an event means to the program; nil if it means nothing.
  static func message(for event: Event, at now: Moment) -> Message?
  /// Takes one message in and says what is to be done about it.
  static func update(_ model: inout Model, _ message: Message) -> [Command]
  /// What the screen shows of a model.
  static func view(_ model: Model, size: Size) -> Frame
  /// When the program wants to be woken though nothing happens, in milliseconds of
  /// `Moment.uptime`; nil to sleep until something does.
  static func nextDeadline(_ model: Model) -> Int?
  /// Whether the program is done; the loop ends as soon as this is true.
  static func isFinished(_ model: Model) -> Bool
}
