import Glibc
import Records
import Simulator
import Testing
import Wire

/// A plain HTTP client of one request, which shows the bytes as they came.
struct Reply {
  let status: Int
  let headers: [String: String]
  let body: [UInt8]

  var root: JSONValue {
    get throws { try JSONDocument(body).root }
  }

  var text: String { String(decoding: body, as: UTF8.self) }
  var records: [JSONValue] { get throws { try root["result"].map { Array($0.elements) } ?? [] } }
  var ids: [String] { get throws { try records.compactMap { $0["id"]?.string } } }
  var cursor: String? { get throws { try root["next_cursor"]?.string } }
  /// Fewer bytes than the headers promised.
  var isCut: Bool { headers["content-length"].flatMap { Int($0) } != body.count }
}

/// A connection that has sent its request.
final class Exchange {
  private let descriptor: Int32

  init(_ server: SimulatorServer, _ target: String, method: String, token: String?) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    let authorization = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    let head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(authorization)"
    let request = Array("\(head)Connection: close\r\n\r\n".utf8)
    try #require(
      send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count)
  }

  deinit { close(descriptor) }

  /// What comes until the other side closes.
  func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = read() { bytes += piece }
    return bytes
  }

  /// Whether nothing comes, and no end either, for so many milliseconds.
  func isSilent(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) == 0
  }

  /// What has come; nil at the end.
  func read() -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &piece, piece.count, 0)
    return count > 0 ? Array(piece[..<count]) : nil
  }
}

extension SimulatorServer {
  func get(
    _ target: String, method: String = "GET", token: String? = "demo-token"
  ) throws -> Reply {
    let bytes = try Exchange(self, target, method: method, token: token).readAll()
    let split = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) })
    let lines = String(decoding: bytes[..<split], as: UTF8.self).split(separator: "\r\n")
    let status = try #require(Int(lines[0].split(separator: " ")[1]))
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    return Reply(status: status, headers: headers, body: Array(bytes[(split + 4)...]))
  }

  /// A list with its parameters escaped as they should be.
  func list(_ name: String, _ parameters: [(String, String)] = []) throws -> Reply {
    try get(
      PercentEncoding.url(
        base: "", path: "/unified/conversational-intelligence/\(name)",
        query: [("integrated_account_id", "demo")] + parameters))
  }

  /// All pages of a list, following the cursors.
  func pages(_ name: String, _ parameters: [(String, String)] = []) throws -> [Reply] {
    var pages = [try list(name, parameters)]
    while let cursor = try pages.last?.cursor, pages.count < 200 {
      pages.append(try list(name, parameters + [("next_cursor", cursor)]))
    }
    return pages
  }
}

enum Sample {
  static let today = Day(number: 20_777)

  static func zone() throws -> Zone {
    let file = try #require(fopen("/usr/share/zoneinfo/Europe/Berlin", "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return try #require(Zone(name: "Europe/Berlin", tzif: Array(bytes[..<count])))
  }

  static func team(users: Int = 48, seed: UInt64 = 1) throws -> SimulatedTeam {
    SimulatedTeam(seed: seed, users: users, today: today, zone: try zone())
  }

  static func server(
    users: Int = 48, _ change: (inout SimulatorOptions) -> Void = { _ in }
  ) throws -> SimulatorServer {
    var options = SimulatorOptions()
    change(&options)
    return try SimulatorServer(team: team(users: users), options: options)
  }

  /// The times of a span of days before today.
  static func span(_ days: Int, endingAgo ago: Int = 0) throws -> [(String, String)] {
    let zone = try zone()
    return [
      ("start_time", zone.midnightText(today - ago - days)),
      ("end_time", zone.midnightText(today - ago)),
    ]
  }
}
