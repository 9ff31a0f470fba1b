import Canvas
import Testing

@Suite struct HeatTests {
  @Test(arguments: [
    (-1.0, Optional(Role.heat1)), (0, .heat1), (0.19, .heat1), (0.2, .heat2), (0.5, .heat3),
    (0.79, .heat4),
    (0.8, .heat5), (1, .heat5), (3, .heat5), (.infinity, .heat5), (.nan, nil),
  ])
  func `a share has one of five degrees`(share: Double, role: Role?) {
    #expect(Role.heat(share: share) == role)
  }

  @Test(arguments: [
    (10.0, Optional(Role.heat1)), (20, .heat3), (30, .heat5), (5, .heat1), (90, .heat5),
    (.nan, nil),
  ])
  func `a value is measured between the least and the greatest`(value: Double, role: Role?) {
    #expect(Role.heat(value, in: 10...30) == role)
  }

  @Test func `values that are all alike are in the middle`() {
    #expect(Role.heat(4, in: 4...4) == .heat3)
    #expect(Role.heat(.nan, in: 4...4) == nil)
  }
}
