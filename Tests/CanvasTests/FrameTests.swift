import Canvas
import Testing

@Suite struct FrameTests {
  @Test func `writing over half of a wide character blanks the other half`() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.set(Cell("李", width: 2), column: 1, row: 0)
    frame.set(Cell("x"), column: 2, row: 0)
    #expect(frame.row(0).map(\.character) == [" ", " ", "x", " "])
    #expect(frame.row(0).map(\.width) == [1, 1, 1, 1])
  }
}
