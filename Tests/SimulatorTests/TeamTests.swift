import Records
import Simulator
import Testing

@Suite struct TeamTests {
  private func month(_ team: SimulatedTeam, ago: Int = 0) -> DaySpan {
    DaySpan(team.today - ago - 30, team.today - ago)
  }

  @Test func `the same seed makes the same team, another seed another one`() throws {
    let team = try Sample.team()
    let again = try Sample.team()
    let other = try Sample.team(seed: 2)
    let span = month(team)
    #expect(team.users.map(\.user) == again.users.map(\.user))
    #expect(team.users.map(\.user.id) != other.users.map(\.user.id))
    for index in team.users.indices {
      #expect(team.interactions(of: index, in: span) == again.interactions(of: index, in: span))
      #expect(team.activity(of: index, in: span) == again.activity(of: index, in: span))
    }
    #expect(
      team.users.indices.map { team.activity(of: $0, in: span) }
        != team.users.indices.map { other.activity(of: $0, in: span) })
  }

  @Test(arguments: [0, 1, 7, 48, 200])
  func `the first users are the same for any number of them`(count: Int) throws {
    let team = try Sample.team(users: count)
    let large = try Sample.team(users: 300)
    #expect(team.users.map(\.user) == large.users.prefix(count).map(\.user))
    #expect(
      team.users.allSatisfy { user in
        user.user.managerID.map { id in team.users.contains { $0.user.id == id } } ?? true
      })
  }

  @Test func `ids have 18 to 20 digits, and ids, names and addresses are unique`() throws {
    let team = try Sample.team(users: 3000)
    #expect(team.users.allSatisfy { (18...20).contains($0.user.id.utf8.count) })
    #expect(team.users.allSatisfy { $0.user.id.allSatisfy { "0123456789".contains($0) } })
    #expect(team.users.contains { UInt64($0.user.id) == nil })
    #expect(Set(team.users.map(\.user.id)).count == 3000)
    #expect(Set(team.users.map(\.user.name)).count == 3000)
    let addresses = team.users.flatMap { $0.user.emails.map(\.address) }
    #expect(Set(addresses).count == addresses.count)
    #expect(addresses.allSatisfy { $0.utf8.allSatisfy { $0 > 32 && $0 < 127 } })
  }

  @Test func `every user has one primary address, and some have others`() throws {
    let users = try Sample.team().users.map(\.user)
    #expect(users.allSatisfy { $0.emails.count { $0.isPrimary == true } == 1 })
    #expect(users.contains { $0.emails.count > 2 })
    #expect(users.contains { $0.emails.first?.isPrimary == false })
  }

  @Test func `five teams have a manager each, who answers to the executive`() throws {
    let team = try Sample.team()
    #expect(team.teams.count == 5)
    let executive = try #require(team.users.first)
    #expect(executive.user.managerID == nil)
    let managers = team.users.filter { $0.user.managerID == executive.user.id }
    #expect(managers.map(\.team) == team.teams)
    #expect(managers.allSatisfy { $0.title.hasPrefix("Manager") })
  }

  @Test func `counters of days add up to the counters of their span`() throws {
    let team = try Sample.team()
    let span = DaySpan(team.today - 90, team.today)
    for index in team.users.indices {
      var sums = [Int](repeating: 0, count: Counter.allCases.count)
      for day in 0..<90 {
        let one = DaySpan(span.start + day, span.start + day + 1)
        for (counter, number) in (team.activity(of: index, in: one) ?? []).enumerated() {
          sums[counter] += Int(number?.double ?? 0)
        }
      }
      let total = team.activity(of: index, in: span)
      #expect((total ?? sums.map { _ in .integer(0) }) == sums.map { .integer(Int64($0)) })
    }
  }

  @Test func `a metric of a span is the mean over the calls of its days`() throws {
    let team = try Sample.team()
    let span = month(team)
    for index in [2, 5, 21] {
      var sum = 0.0
      var calls = 0.0
      for day in 0..<30 {
        let one = DaySpan(span.start + day, span.start + day + 1)
        guard let value = team.interactions(of: index, in: one)?[0]?.double else { continue }
        let counters = try #require(team.activity(of: index, in: one))
        let weight = (counters[0]?.double ?? 0) + (counters[1]?.double ?? 0)
        #expect(weight > 0)
        sum += value * weight
        calls += weight
      }
      let total = try #require(team.interactions(of: index, in: span)?[0]?.double)
      #expect(abs(sum / calls - total) < 0.011)
    }
  }

  @Test func `numbers lie where those of real people do`() throws {
    let team = try Sample.team(users: 500)
    let usual: [Metric: ClosedRange<Double>] = [
      .patience: 0.35...1.6, .interactivity: 1.5...11, .questionRate: 5...48,
      .longestMonologue: 40...300, .longestCustomerStory: 20...170,
    ]
    let span = month(team)
    for index in team.users.indices {
      guard let values = team.interactions(of: index, in: span) else { continue }
      for (metric, value) in zip(Metric.allCases, values) {
        guard let value = value?.double else { continue }
        #expect(try #require(usual[metric]).contains(value), "\(metric) of user \(index)")
      }
      let activity = try #require(team.activity(of: index, in: span))
      #expect((1...240).contains((activity[0]?.double ?? 0) + (activity[1]?.double ?? 0)))
    }
  }

  @Test func `numbers are integers where they are whole, and decimals elsewhere`() throws {
    let team = try Sample.team()
    let values = team.users.indices.flatMap { team.interactions(of: $0, in: month(team)) ?? [] }
    let decimals = values.compactMap { number -> Double? in
      if case .decimal(let value) = number { value } else { nil }
    }
    #expect(!decimals.isEmpty)
    #expect(decimals.allSatisfy { $0 != $0.rounded() })
    #expect(values.contains { if case .integer = $0 { true } else { false } })
  }

  @Test func `who is new, left, on leave or silent has no records at those times`() throws {
    let team = try Sample.team()
    func activeDays(_ index: Int, _ span: DaySpan) -> Int {
      (span.start.number..<span.end.number).count {
        team.activity(of: index, in: DaySpan(Day(number: $0), Day(number: $0 + 1))) != nil
      }
    }
    for (index, user) in team.users.enumerated() {
      switch user.nature {
      case .newcomer:
        #expect(activeDays(index, DaySpan(team.history.start, team.today - 21)) == 0)
        #expect(activeDays(index, DaySpan(team.today - 21, team.today)) > 8)
      case .departed:
        #expect(activeDays(index, DaySpan(team.today - 60, team.today)) == 0)
        #expect(!user.isActive)
      case .onLeave:
        #expect(activeDays(index, DaySpan(team.today - 75, team.today - 33)) == 0)
        #expect(activeDays(index, DaySpan(team.today - 33, team.today)) > 12)
      case .silent: #expect(team.activity(of: index, in: team.history) == nil)
      default: #expect(activeDays(index, month(team)) > 0)
      }
    }
    #expect(Set(team.users.map(\.nature)).count >= 12)
  }

  @Test func `nothing is recorded before the history or from today on`() throws {
    let team = try Sample.team()
    for index in team.users.indices {
      #expect(team.activity(of: index, in: DaySpan(team.today, team.today + 60)) == nil)
      let before = DaySpan(team.history.start - 90, team.history.start)
      #expect(team.interactions(of: index, in: before) == nil)
    }
  }

  @Test func `real changes can be told from the noise`() throws {
    let team = try Sample.team()
    for (index, user) in team.users.enumerated() {
      guard case .changed(let metric, let factor, let daysAgo) = user.nature else { continue }
      let column = metric.column
      let since = team.today - daysAgo
      let after = team.interactions(of: index, in: DaySpan(since, team.today))?[column]?.double
      let before = team.interactions(of: index, in: DaySpan(since - 60, since))?[column]?.double
      let ratio = try #require(after) / #require(before)
      #expect(abs(ratio / factor - 1) < 0.15, "user \(index)")
    }
  }

  @Test func `the weekend and the turn of the year are quiet`() throws {
    let team = try Sample.team()
    func calls(_ day: Day) -> Double {
      team.users.indices.reduce(0) {
        let values = team.activity(of: $1, in: DaySpan(day, day + 1)) ?? []
        return $0 + values.prefix(2).reduce(0) { $0 + ($1?.double ?? 0) }
      }
    }
    let monday = try #require(Day(year: 2026, month: 10, day: 12))
    let christmas = try #require(Day(year: 2025, month: 12, day: 25))
    #expect(calls(monday) > 60)
    #expect(calls(monday + 4) < calls(monday + 1) * 0.8)
    #expect(calls(monday + 6) < 8)
    #expect(calls(christmas) < 8)
  }

  @Test func `some users lack one metric now and then`() throws {
    let team = try Sample.team()
    let index = try #require(team.users.firstIndex { $0.nature == .unmeasured(.questionRate) })
    let weeks = (1...20).compactMap {
      team.interactions(of: index, in: DaySpan(team.today - 7 * $0, team.today - 7 * $0 + 7))
    }
    let column = Metric.questionRate.column
    #expect(weeks.contains { $0[column] == nil })
    #expect(weeks.contains { $0[column] != nil })
    #expect(weeks.allSatisfy { $0[0] != nil })
  }
}
