import Glibc
import Synchronization

/// An HTTP server that answers byte for byte what a test tells it to. One thread serves all
/// connections; it ends when the server is let go.
final class SocketServer: Sendable {
  struct Request: Sendable {
    let head: String
    let body: String
    /// Which connection it came on, from 1.
    let connection: Int

    var path: String { String(head.split(separator: " ").dropFirst().first ?? "") }
  }

  struct Reply: Sendable {
    var bytes: [UInt8]
    var closes = false
  }

  struct CannotListen: Error {}

  let port: Int
  /// The requests as they arrive.
  let arrivals: AsyncStream<Request>
  /// An element for each connection that the client closes.
  let departures: AsyncStream<Int>
  private let log = Mutex<[Request]>([])
  private let stopWriter: CInt

  init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
    let (listener, port) = try Self.listen()
    var stop: [CInt] = [0, 0]
    guard pipe(&stop) == 0 else { throw CannotListen() }
    self.port = port
    stopWriter = stop[1]
    let (arrivals, arrival) = AsyncStream.makeStream(of: Request.self)
    let (departures, departure) = AsyncStream.makeStream(of: Int.self)
    self.arrivals = arrivals
    self.departures = departures
    let record: @Sendable (Request) -> Void = { [weak self] request in
      self?.log.withLock { $0.append(request) }
      arrival.yield(request)
    }
    let work = ServerWork(
      listener: listener, stop: stop[0], reply: reply, arrived: record,
      departed: { departure.yield($0) })
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<ServerWork>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    guard code == 0 else { throw CannotListen() }
    pthread_detach(thread)
  }

  deinit { close(stopWriter) }

  var requests: [Request] { log.withLock { $0 } }

  var connections: Int { Set(requests.map(\.connection)).count }

  func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// A port that nothing listens on.
  static func freePort() throws -> Int {
    let (socket, port) = try listen()
    close(socket)
    return port
  }

  private static func listen() throws -> (socket: CInt, port: Int) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && Glibc.listen(listener, 64) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard code else { throw CannotListen() }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }
}

/// What the server's thread owns.
private final class ServerWork {
  private struct Connection {
    let number: Int
    var received: [UInt8] = []
  }

  private let listener: CInt
  private let stop: CInt
  private let reply: @Sendable (SocketServer.Request) -> SocketServer.Reply
  private let arrived: @Sendable (SocketServer.Request) -> Void
  private let departed: @Sendable (Int) -> Void
  private var connections: [CInt: Connection] = [:]
  private var accepted = 0

  init(
    listener: CInt, stop: CInt,
    reply: @escaping @Sendable (SocketServer.Request) -> SocketServer.Reply,
    arrived: @escaping @Sendable (SocketServer.Request) -> Void,
    departed: @escaping @Sendable (Int) -> Void
  ) {
    self.listener = listener
    self.stop = stop
    self.reply = reply
    self.arrived = arrived
    self.departed = departed
  }

  func run() {
    while true {
      let sockets = [stop, listener] + connections.keys
      var polled = sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), -1) > 0 else { break }
      if polled[0].revents != 0 { break }
      if polled[1].revents != 0 {
        accepted += 1
        connections[accept(listener, nil, nil)] = Connection(number: accepted)
      }
      for ready in polled.dropFirst(2) where ready.revents != 0 { read(from: ready.fd) }
    }
    for socket in [stop, listener] + connections.keys { close(socket) }
  }

  private func read(from socket: CInt) {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0, var connection = connections[socket] else {
      if let connection = connections[socket] { departed(connection.number) }
      return drop(socket)
    }
    connection.received += buffer[..<count]
    // The first byte of a TLS handshake; this server does not speak it.
    if connection.received.first == 0x16 {
      send("HTTP/1.0 400 Bad Request\r\n\r\n".utf8.map { $0 }, to: socket)
      return drop(socket)
    }
    while let request = Self.takeRequest(from: &connection) {
      connections[socket] = connection
      let reply = reply(request)
      // Before the answer, so that whoever has the answer finds the request in the log.
      arrived(request)
      send(reply.bytes, to: socket)
      if reply.closes { return drop(socket) }
    }
    connections[socket] = connection
  }

  private func drop(_ socket: CInt) {
    connections[socket] = nil
    close(socket)
  }

  private func send(_ bytes: [UInt8], to socket: CInt) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  private static func takeRequest(from connection: inout Connection) -> SocketServer.Request? {
    let text = String(decoding: connection.received, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let head = String(text[..<end.lowerBound])
    let length =
      head.split(whereSeparator: \.isNewline)
      .first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.drop { !$0.isNumber }) } ?? 0
    let body = text[end.upperBound...]
    guard body.utf8.count >= length else { return nil }
    connection.received = Array(body.utf8.dropFirst(length))
    return SocketServer.Request(
      head: head, body: String(decoding: body.utf8.prefix(length), as: UTF8.self),
      connection: connection.number)
  }
}

extension SocketServer.Reply {
  /// An answer with its length stated, on a connection that stays open.
  static func answer(
    _ body: [UInt8], status: String = "200 OK", headers: [String] = []
  ) -> Self {
    let lines = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "", ""]
    return Self(bytes: Array(lines.joined(separator: "\r\n").utf8) + body)
  }

  static func answer(_ body: String, status: String = "200 OK", headers: [String] = []) -> Self {
    answer(Array(body.utf8), status: status, headers: headers)
  }

  /// Any text, byte for byte.
  static func text(_ text: String, closes: Bool = false) -> Self {
    Self(bytes: Array(text.utf8), closes: closes)
  }

  /// Nothing, for ever.
  static let silence = Self(bytes: [])
}
