import Dashboard
import Loop
import Records

/// Turns commands into questions to the source, one after another in the order they were given.
struct Interpreter: Sendable {
  private let commands: AsyncStream<Dashboard.Command>.Continuation

  init(source: DashboardSource, inbox: Inbox<Message>) {
    let (stream, continuation) = AsyncStream.makeStream(of: Dashboard.Command.self)
    commands = continuation
    Task {
      var work = ScreenWork(source: source, inbox: inbox)
      for await command in stream { await work.perform(command) }
    }
  }

  func perform(_ command: Dashboard.Command) { commands.yield(command) }
}
