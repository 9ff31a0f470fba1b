import Dispatch
import Glibc
import Loop
import Testing

@Suite struct InboxTests {
  @Test func `messages come out in the order in which they were sent`() throws {
    let inbox = try Inbox<Int>()
    for number in 1...5 { inbox.send(number) }
    #expect(inbox.takeAll() == [1, 2, 3, 4, 5])
    #expect(inbox.takeAll() == [])
  }

  @Test func `the descriptor is readable exactly while messages wait`() throws {
    let inbox = try Inbox<Int>()
    #expect(!isReadable(inbox.descriptor))
    inbox.send(1)
    inbox.send(2)
    #expect(isReadable(inbox.descriptor))
    _ = inbox.takeAll()
    #expect(!isReadable(inbox.descriptor))
    inbox.send(3)
    #expect(isReadable(inbox.descriptor))
  }

  @Test func `no message of many threads is lost`() throws {
    let inbox = try Inbox<Int>()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for number in 0..<1000 { inbox.send(thread * 1000 + number) }
    }
    #expect(inbox.takeAll().sorted() == Array(0..<8000))
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) == 1
  }
}
