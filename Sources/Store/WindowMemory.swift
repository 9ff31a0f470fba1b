import Records

/// The windows that were used last, decoded, as many as fit into so many bytes: who steps through
/// ranges comes back to the same ones.
struct WindowMemory {
  private struct Entry {
    let window: Window
    let bytes: Int
    var lastUse: Int
  }

  private let limit: Int
  private var entries: [WindowKey: Entry] = [:]
  private var bytes = 0
  private var uses = 0

  /// Room for the windows of some ranges of a large team.
  init(limit: Int = 64 << 20) { self.limit = limit }

  /// The window of the row that a key finds; nil when it is not remembered.
  mutating func window(_ key: WindowKey) -> Window? {
    uses += 1
    entries[key.row]?.lastUse = uses
    return entries[key.row]?.window
  }

  /// Remembers a window that takes about so many bytes, in the place of those unused for longest.
  mutating func keep(_ window: Window, bytes size: Int) {
    forget(window.key)
    uses += 1
    entries[window.key.row] = Entry(window: window, bytes: size, lastUse: uses)
    bytes += size
    while bytes > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      forget(oldest.key)
    }
  }

  /// Forgets the window of the row that a key finds.
  mutating func forget(_ key: WindowKey) {
    if let entry = entries.removeValue(forKey: key.row) { bytes -= entry.bytes }
  }

  /// Forgets every window.
  mutating func forgetAll() {
    entries = [:]
    bytes = 0
  }
}

extension WindowKey {
  /// The key with what finds its row in the cache alone: a period of a trend is the same one
  /// whatever its end is.
  fileprivate var row: WindowKey {
    period.granularity == .total ? self : ending(at: period.start)
  }
}
