import Canvas
import Loop

/// A program that writes down what happens to it.
enum Diary: Program {
  struct Model: Sendable, Equatable {
    var entries: [Message] = []
    var ending = Message.wrote(-1)
    var deadline: Int?
    /// How much later each wake-up asks for the next.
    var period: Int?
  }

  enum Message: Sendable, Equatable {
    case happened(Event)
    case wrote(Int)
  }

  enum Command: Sendable, Equatable {
    case answer(Int)
  }

  static func message(for event: Event, at now: Moment) -> Message? { .happened(event) }

  static func update(_ model: inout Model, _ message: Message) -> [Command] {
    model.entries.append(message)
    switch message {
    case .happened(.woken):
      model.deadline = model.period.flatMap { model.deadline.map($0.advanced) }
    case .happened(.key(.character("a"))): return [.answer(1), .answer(2)]
    default: break
    }
    return []
  }

  static func view(_ model: Model, size: Size) -> Frame {
    var frame = Frame(size: size)
    for (column, digit) in String(model.entries.count).enumerated() {
      frame.set(Cell(digit), column: column, row: 0)
    }
    return frame
  }

  static func nextDeadline(_ model: Model) -> Int? { model.deadline }
  static func isFinished(_ model: Model) -> Bool { model.entries.last == model.ending }
}

extension Frame {
  /// The first row as text, without the blanks at its end.
  var text: String {
    var characters = row(0).map(\.character)
    while characters.last == " " { characters.removeLast() }
    return String(characters)
  }
}
