import Dashboard
import Wire

/// The whole file of what is remembered: what it has about accounts that did not change stays as it
/// is.
struct RememberedFile {
  private var accounts: [(key: String, value: JSONValue)] = []
  /// The name of the account that was on screen last.
  var last: String?
  /// What is to be written instead of what was read, by the accounts' names in the file.
  var changed: [String: Remembered] = [:]
  /// The names of the views that are not kept from what was read of them, unless they are there anew.
  var forgotten: [String: Set<String>] = [:]

  /// A file with nothing in it.
  init() {}

  /// What a file says.
  init(_ root: JSONValue) {
    accounts = root["accounts"].map { Array($0.members) } ?? []
    last = root["last"]?.string
  }

  /// What was read of an account.
  func remembered(_ name: String) -> Remembered? {
    accounts.last { $0.key == name }.map { RememberedJSON.read($0.value) }
  }

  /// The file as it is to be. Views that another process saved meanwhile stay with their account.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("last", last)
    json.key("accounts")
    json.beginObject()
    for (key, value) in accounts where changed[key] == nil {
      json.key(key)
      json.raw(value.text)
    }
    for (name, remembered) in changed.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      let others = self.remembered(name)?.views.filter {
        !(forgotten[name]?.contains($0.name) ?? false)
      }
      RememberedJSON.write(remembered, others: others ?? [], into: &json)
    }
    json.endObject()
    json.endObject()
    json.newline()
    return json.bytes
  }
}
