import Canvas
import Foundation
import Loop
import Testing

@Suite(.timeLimit(.minutes(5))) struct RuntimeTests {
  private let screen: PipeScreen
  private let inbox: Inbox<Diary.Message>

  init() throws {
    screen = try PipeScreen()
    inbox = try Inbox()
  }

  private func runtime(
    _ model: Diary.Model = Diary.Model(), interpret: @escaping (Diary.Command) -> Void = { _ in }
  ) -> Runtime<Diary> {
    Runtime(model: model, screen: screen, inbox: inbox, interpret: interpret)
  }

  @Test func `events come before messages, each in order, and the last one is drawn`() {
    let runtime = runtime()
    screen.report(.key(.up), .key(.down))
    inbox.send(.wrote(1))
    inbox.send(.wrote(2))
    screen.afterDraw = { [screen, inbox] in
      if screen.frames.count == 2 { inbox.send(.wrote(-1)) }
    }
    #expect(runtime.run() == .finished)
    #expect(
      runtime.model.entries
        == [.happened(.key(.up)), .happened(.key(.down)), .wrote(1), .wrote(2), .wrote(-1)])
    #expect(screen.frames.map(\.text) == ["0", "4"])
  }

  @Test func `commands are interpreted in order, those of the start first`() {
    var interpreted: [Diary.Command] = []
    let runtime = runtime { [inbox] command in
      interpreted.append(command)
      if command == .answer(2) { inbox.send(.wrote(-1)) }
    }
    screen.report(.key(.character("a")))
    #expect(runtime.run(startingWith: [.answer(0)]) == .finished)
    #expect(interpreted == [.answer(0), .answer(1), .answer(2)])
  }

  // Three at once after a rest, and one for each interval that has passed.
  @Test func `a burst of a thousand messages makes few frames`() {
    let runtime = runtime()
    Thread.detachNewThread { [inbox] in
      for number in 0..<1000 { inbox.send(.wrote(number)) }
      inbox.send(.wrote(-1))
    }
    let start = Moment.now.uptime
    #expect(runtime.run() == .finished)
    #expect(runtime.model.entries.count == 1001)
    #expect(screen.frames.count <= 3 + (Moment.now.uptime - start) / 17)
  }

  @Test func `nothing after the finishing message is taken in`() {
    let runtime = runtime()
    inbox.send(.wrote(-1))
    inbox.send(.wrote(5))
    #expect(runtime.run() == .finished)
    #expect(runtime.model.entries == [.wrote(-1)])
  }

  @Test func `a message from another thread wakes a sleeping loop`() {
    let runtime = runtime()
    screen.afterDraw = { [inbox] in
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 0.03)
        inbox.send(.wrote(-1))
      }
    }
    #expect(runtime.run() == .finished)
    // One look around when the message arrived; a loop that does not sleep makes thousands.
    #expect(screen.readings <= 3)
  }

  @Test func `a deadline wakes the program, once`() {
    let deadline = Moment.now.uptime + 30
    let runtime = runtime(Diary.Model(ending: .happened(.woken), deadline: deadline))
    #expect(runtime.run() == .finished)
    #expect(Moment.now.uptime >= deadline)
    #expect(runtime.model.entries == [.happened(.woken)])
    #expect(screen.readings <= 2)
  }

  @Test func `a program that asks to be woken in the past does not make the loop spin`() {
    let start = Moment.now.uptime
    let runtime = runtime(Diary.Model(deadline: start - 1000, period: 1))
    Thread.detachNewThread { [inbox] in
      Thread.sleep(forTimeInterval: 0.1)
      inbox.send(.wrote(-1))
    }
    #expect(runtime.run() == .finished)
    #expect(screen.readings <= 4 + 3 * (Moment.now.uptime - start) / 17)
  }

  @Test func `a change of size is drawn in the new size`() {
    let runtime = runtime()
    screen.afterDraw = { [screen, inbox] in
      if screen.frames.count == 1 {
        screen.size = Size(columns: 7, rows: 1)
        screen.report(.resized(screen.size))
      } else {
        inbox.send(.wrote(-1))
      }
    }
    #expect(runtime.run() == .finished)
    #expect(screen.frames.map(\.size.columns) == [20, 7])
  }

  @Test(arguments: [
    (Event.hungUp, Ending.hungUp), (.terminated(signal: SIGTERM), .terminated(signal: SIGTERM)),
  ])
  func `the program hears of its end and cannot prevent it`(event: Event, ending: Ending) {
    let runtime = runtime(Diary.Model(ending: .happened(event)))
    screen.report(event, .key(.up))
    inbox.send(.wrote(1))
    #expect(runtime.run() == ending)
    #expect(runtime.model.entries == [.happened(event)])
  }
}
