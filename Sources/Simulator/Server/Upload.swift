internal import CMicrohttpd
import Wire

/// The body of a request while it arrives. Only the thread of its connection touches it.
final class Upload {
  /// What is kept of a body; a form has no more.
  private static let mostBytes = 65_536

  private var bytes: [UInt8] = []

  func append(_ piece: UnsafePointer<CChar>?, count: Int) {
    let room = max(0, min(count, Upload.mostBytes - bytes.count))
    bytes += UnsafeRawBufferPointer(start: piece, count: piece == nil ? 0 : room)
  }

  /// The body as a form, unescaped, a `+` to a space.
  var form: [SimulatedRequest.Parameter] {
    String(decoding: bytes, as: UTF8.self).split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { PercentEncoding.decode(String($0).replacing("+", with: " ")) }
      return SimulatedRequest.Parameter(name: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
  }
}

/// A name and a password that came as HTTP Basic.
struct Login: Equatable, Sendable {
  let name: String
  let password: String

  /// Nil when the request has none.
  init?(of connection: OpaquePointer) {
    var password: UnsafeMutablePointer<CChar>?
    guard let name = MHD_basic_auth_get_username_password(connection, &password) else { return nil }
    defer {
      MHD_free(name)
      MHD_free(password)
    }
    self.name = String(cString: name)
    self.password = password.map { String(cString: $0) } ?? ""
  }

  init(name: String, password: String) {
    self.name = name
    self.password = password
  }
}
