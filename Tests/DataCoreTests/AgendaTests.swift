import Records
import Testing

@testable import DataCore

@Suite struct AgendaTests {
  private let one = Job.window(key(.day, "2026-11-19", "2026-11-20"))
  private let two = Job.window(key(.day, "2026-11-18", "2026-11-19"))
  private let three = Job.window(key(.day, "2026-11-17", "2026-11-18"))
  private let failure = Failure(.server, "It failed; try again.")

  private func agenda(_ jobs: [Job]) -> Agenda {
    var agenda = Agenda()
    agenda.want(jobs, foreground: jobs.count)
    return agenda
  }

  @Test func `jobs start in their order, each once`() {
    var agenda = agenda([.users, two, one])
    #expect(agenda.pending == 3)
    #expect(
      [agenda.start(), agenda.start(), agenda.start(), agenda.start()] == [.users, two, one, nil])
    #expect(agenda.running == [.users, one, two])
    #expect(agenda.pending == 3)
    #expect(agenda.isPending(two))
  }

  @Test func `a job that has ended is neither pending nor started again`() {
    var agenda = agenda([one, two])
    _ = agenda.start()
    agenda.finished(one)
    #expect(agenda.done == 1)
    #expect(agenda.pending == 1)
    #expect(!agenda.isPending(one))
    #expect(agenda.start() == two)
    #expect(agenda.start() == nil)
  }

  @Test func `a new query re-orders at once and lets what is running go on`() {
    var agenda = agenda([one, two, three])
    #expect(agenda.start() == one)
    agenda.want([three, one, .users], foreground: 3)
    #expect(agenda.pending == 3)
    #expect(!agenda.isPending(two))
    #expect([agenda.start(), agenda.start(), agenda.start()] == [three, .users, nil])
    agenda.finished(one)
    #expect(agenda.done == 1)
  }

  @Test func `what a former query left running counts for nothing in the new one`() {
    var agenda = agenda([one, two])
    _ = (agenda.start(), agenda.start())
    agenda.want([three], foreground: 1)
    #expect(agenda.pending == 1)
    agenda.finished(one)
    agenda.failed(two, failure)
    #expect(agenda.done == 0)
    #expect(agenda.failures.isEmpty)
    #expect(agenda.running.isEmpty)
    #expect(agenda.start() == three)
  }

  @Test func `a failure is kept until the next query`() {
    var agenda = agenda([one, two])
    _ = agenda.start()
    agenda.failed(one, failure)
    #expect(agenda.failures == [one: failure])
    #expect(agenda.done == 0)
    #expect(agenda.pending == 1)
    agenda.want([one, two], foreground: 2)
    #expect(agenda.failures.isEmpty)
    #expect(agenda.start() == one)
  }

  @Test func `a halt gives up on what waits and not on what runs`() {
    var agenda = agenda([one, two, three])
    _ = agenda.start()
    agenda.halt(failure)
    #expect(agenda.start() == nil)
    #expect(agenda.failures == [two: failure, three: failure])
    #expect(agenda.pending == 1)
    agenda.finished(one)
    #expect(agenda.pending == 0)
    agenda.want([two], foreground: 1)
    #expect(agenda.start() == two)
  }

  @Test func `an empty agenda has nothing to start`() {
    var agenda = Agenda()
    #expect(agenda.start() == nil)
    #expect(agenda.pending == 0)
  }
}

@Suite struct BackgroundTests {
  @Test func `near the budget the background stops and the screen goes on`() {
    let jobs = (0..<4).map { day in
      Job.window(
        WindowKey(
          account: "a", resource: .activity, zone: "UTC",
          period: Period(.day, DaySpan(Day(number: day), Day(number: day + 1)))))
    }
    let failure = Failure(.budget, "Nearly used up.")
    var agenda = Agenda()
    agenda.want(jobs, foreground: 2)
    #expect(agenda.start() == jobs[0])
    agenda.haltBackground(failure)
    #expect(agenda.failures == [jobs[2]: failure, jobs[3]: failure])
    #expect(agenda.start() == jobs[1])
    #expect(agenda.start() == nil)
    #expect(agenda.firstFailure == nil)
    #expect(agenda.backgroundFailure == failure)
    let refused = Failure(.server, "It failed.")
    agenda.failed(jobs[0], refused)
    #expect(agenda.firstFailure == refused)
    agenda.want(jobs, foreground: 2)
    #expect(agenda.backgroundFailure == nil)
  }
}

@Suite struct ProbeTests {
  @Test(arguments: [
    (Resource.interactions, 19, true), (.interactions, 20, false), (.activity, 19, false),
  ])
  func `the zone is asked of a window that is over everywhere`(
    resource: Resource, end: Int, isProbe: Bool
  ) {
    let key = WindowKey(
      account: "a", resource: resource, zone: "UTC",
      period: Period(.day, DaySpan(Day(number: end - 1), Day(number: end))))
    #expect(Job.window(key).isOverEverywhere(Day(number: 20)) == isProbe)
    #expect(!Job.users.isOverEverywhere(Day(number: 20)))
  }
}
