import Testing

@testable import Loop

@Suite struct FramePacerTests {
  /// The milliseconds at which frames are drawn, asking in each of them; the first is at 0.
  private func frames(withChangesAt changes: some Collection<Int>, until end: Int) -> [Int] {
    var pacer = FramePacer()
    return (0..<end).filter { now in
      if changes.contains(now) { pacer.invalidate() }
      return pacer.takesFrame(at: now)
    }
  }

  @Test func `a change after a rest is drawn at once`() {
    #expect(frames(withChangesAt: [100], until: 200) == [0, 100])
  }

  @Test func `nothing is drawn while nothing changes`() {
    #expect(frames(withChangesAt: [], until: 2000) == [0])
  }

  @Test func `after a rest a second and a third change are drawn at once, too`() {
    #expect(frames(withChangesAt: [100, 103, 105], until: 200) == [0, 100, 103, 105])
  }

  @Test func `a fourth change soon after waits for its turn`() {
    #expect(frames(withChangesAt: [5, 9, 12, 14], until: 200) == [0, 5, 9, 17])
  }

  @Test func `changes in every millisecond make at most 60 frames a second`() {
    #expect((100...120).contains(frames(withChangesAt: 0..<2000, until: 2000).count))
  }

  @Test func `there is something to wait for only while a frame is due`() {
    var pacer = FramePacer()
    for _ in 0..<3 {
      pacer.invalidate()
      #expect(pacer.deadline.map { $0 <= 1000 } == true)
      let isDrawn = pacer.takesFrame(at: 1000)
      #expect(isDrawn)
      #expect(pacer.deadline == nil)
    }
    pacer.invalidate()
    #expect(pacer.deadline == 1017)
  }
}
