import Canvas
import Testing

@Suite struct AxisTicksTests {
  @Test(arguments: [
    (0.6...1.4, 4, AxisTicks.Unit.decimal, [0.6, 0.8, 1.0, 1.2, 1.4]),
    (0.0...97.0, 5, .decimal, [0, 20, 40, 60, 80, 100]),
    (-3.0...4.0, 2, .decimal, [-5, 0, 5]),
    (62.0...161.0, 4, .seconds, [60, 90, 120, 150, 180]),
    (0.0...4000.0, 3, .seconds, [0, 1800, 3600, 5400]),
    (0.2...0.9, 4, .seconds, [0.2, 0.4, 0.6, 0.8, 1.0]),
    (5.0...5.0, 2, .decimal, [4.5, 5, 5.5]),
    (0.0...0.0, 2, .decimal, [-1, 0, 1]),
  ])
  func `ticks are round and enclose the data`(
    range: ClosedRange<Double>, intervals: Int, unit: AxisTicks.Unit, values: [Double]
  ) {
    let ticks = AxisTicks(enclosing: range, intervals: intervals, unit: unit)
    #expect(ticks.values.count == values.count)
    for (tick, value) in zip(ticks.values, values) { #expect(abs(tick - value) < 1e-9) }
  }

  @Test(arguments: [
    1e-12...2e-12, -1e300...1e300, 1e15...1e15 + 1, 0...Double.leastNonzeroMagnitude,
  ])
  func `numbers of any size have a few ticks`(range: ClosedRange<Double>) {
    let ticks = AxisTicks(enclosing: range, intervals: 4)
    #expect((2...8).contains(ticks.values.count))
    #expect(ticks.step > 0)
  }
}
