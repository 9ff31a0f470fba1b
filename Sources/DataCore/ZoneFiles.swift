import Glibc
package import Records

/// The system's time zone files.
package enum ZoneFiles {
  private static let folder = "/usr/share/zoneinfo"

  /// The zone of an IANA name; nil when the system knows no such zone.
  package static func zone(named name: String) -> Zone? {
    let characters = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/_+-".utf8.contains(byte)
    }
    guard characters, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    if let bytes = contents(of: "\(folder)/\(name)") { return Zone(name: name, tzif: bytes) }
    return ["UTC", "Etc/UTC"].contains(name) ? .utc : nil
  }

  /// The zone this machine is set to: `TZ`, as a name or a file of a zone, else what
  /// `/etc/localtime` is, else UTC.
  package static func systemZone(environment: [String: String]) -> Zone {
    if let text = environment["TZ"] {
      if text.isEmpty { return .utc }
      let name = text.trimmingPrefix(":").trimmingPrefix("\(folder)/")
      if let zone = zone(named: String(name)) { return zone }
    }
    if let path = realpath("/etc/localtime", nil) {
      defer { free(path) }
      let target = String(cString: path)
      if let range = target.firstRange(of: "/zoneinfo/"),
        let zone = zone(named: String(target[range.upperBound...]))
      {
        return zone
      }
    }
    return .utc
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 262_144)
    let count = fread(&bytes, 1, bytes.count, file)
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
