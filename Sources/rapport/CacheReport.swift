import Canvas
import Dashboard
import Records
import Store
import Wire

/// What the cache holds at one moment.
struct CacheContents {
  let bytes: Int
  let accounts: [AccountSize]

  init(_ store: Store, only account: String?) async throws(StoreError) {
    bytes = try await store.size().bytes
    accounts = try await store.accountSizes().filter { account == nil || $0.account == account }
  }
}

/// What `rapport cache` prints.
struct CacheReport {
  /// A number of an account, by its name in JSON and in words.
  private enum Count: String, CaseIterable {
    case windows, records
    case pagesInFlight = "pages_in_flight"
    case users

    var words: String { self == .pagesInFlight ? "pages in flight" : rawValue }

    func of(_ account: AccountSize) -> Int {
      switch self {
      case .windows: account.windows
      case .records: account.records
      case .pagesInFlight: account.pagesInFlight
      case .users: account.users
      }
    }
  }

  let path: String
  let before: CacheContents
  let after: CacheContents

  /// The size of the file, and what is in it of each account.
  var sizeText: String {
    let lines = after.accounts.map { account in
      let counts = Count.allCases.map { "\($0.of(account)) \($0.words)" }
      return "\(account.account.harmless)\n  \(counts.joined(separator: ", "))\n"
    }
    return "\(path.harmless)\n  \(ByteCount.text(after.bytes))\n" + lines.joined()
  }

  /// What went away, and how large the file is now.
  var removedText: String {
    let counts = Count.allCases.map { "\(removed($0)) \($0.words)" }
    return "Removed \(counts.joined(separator: ", ")); the cache takes"
      + " \(ByteCount.text(after.bytes)) now, \(ByteCount.text(before.bytes)) before.\n"
  }

  var sizeJSON: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("path", path)
    json.member("bytes", after.bytes)
    json.key("accounts")
    json.beginArray()
    for account in after.accounts {
      json.beginObject()
      json.member("account", account.account)
      for count in Count.allCases { json.member(count.rawValue, count.of(account)) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }

  var removedJSON: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("path", path)
    json.member("bytes", after.bytes)
    json.member("bytes_before", before.bytes)
    json.key("removed")
    json.beginObject()
    for count in Count.allCases { json.member(count.rawValue, removed(count)) }
    json.endObject()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private func removed(_ count: Count) -> Int {
    func sum(_ contents: CacheContents) -> Int {
      contents.accounts.reduce(0) { $0 + count.of($1) }
    }
    return sum(before) - sum(after)
  }
}
