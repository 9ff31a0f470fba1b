import Providers
import Records
import Testing

@Suite struct RetryAfterTests {
  /// Sunday, 6 November 1994, 08:49:37 at Greenwich.
  private let now = Timestamp(seconds: 784_111_777)

  @Test(arguments: [("0", 0), ("10", 10), ("7200", 7200), ("1.5", 1.5), (" 10 ", 10), ("060", 60)])
  func `a number is seconds`(text: String, seconds: Double) {
    #expect(RetryAfter.seconds(text, now: now) == seconds)
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:50:07 GMT", 30),
    ("Mon, 07 Nov 1994 08:49:37 GMT", 86_400), ("Sun, 06 Nov 1994 08:49:36 GMT", 0),
    ("Sat, 01 Jan 1994 00:00:00 GMT", 0), ("Wed, 01 Mar 1995 00:00:00 GMT", 9_904_223),
  ])
  func `a date is the seconds until it, none when it has passed`(text: String, seconds: Double) {
    #expect(RetryAfter.seconds(text, now: now) == seconds)
  }

  @Test(arguments: [
    "", " ", "-5", "soon", "10s", "nan", "inf", "infinity", "1e400", "0x10", "1e3", ".",
    "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 31 Feb 1994 08:49:37 GMT",
    "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:77:37 GMT",
  ])
  func `anything else says nothing`(text: String) {
    #expect(RetryAfter.seconds(text, now: now) == nil)
  }
}
