import Glibc
import Records

/// The turns of the requests of an account among all processes that share a cache: two programs at
/// the rate of one account would be twice too fast.
///
/// A small file beside the cache holds when the next request of each account may be sent. Its lock
/// is held for the moment of reading and writing eight bytes.
final class RequestTurns: Sendable {
  private static let slots = 1024
  private let descriptor: Int32

  /// Opens the file beside the cache at `path`. Without one every process has turns of its own.
  init(besides path: String) {
    descriptor = open(path + ".turns", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes the next turn of an account, whose turns are `interval` seconds apart, and says when
  /// it is: at `now` if nobody was there before. A turn further off than a minute is not believed:
  /// the clock was set back.
  func take(of account: String, now: Timestamp, interval: Double) -> Timestamp {
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { return now }
    defer { _ = flock(descriptor, LOCK_UN) }
    let place = off_t(8 * (StableHash.of(account) % UInt64(RequestTurns.slots)))
    var next: Int64 = 0
    _ = pread(descriptor, &next, 8, place)
    let isBelievable = Double(next - now.milliseconds) < 60_000
    let turn = isBelievable ? max(now, Timestamp(milliseconds: next)) : now
    var after = (turn + interval).milliseconds
    _ = pwrite(descriptor, &after, 8, place)
    return turn
  }
}

/// A hash that is the same in every process, unlike Swift's own: FNV-1a.
enum StableHash {
  static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
