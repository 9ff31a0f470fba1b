internal import CMicrohttpd
internal import Dispatch
internal import Glibc
import Records

/// Answers a request; the function it is given waits so many seconds.
typealias HTTPHandler = @Sendable (HTTPRequest, _ wait: (Double) -> Void) -> HTTPResponse

/// HTTP on a port of this machine alone, a thread for each connection.
final class HTTPListener: Sendable {
  let port: UInt16
  private let desk: Desk
  /// Written once; libmicrohttpd's functions on it may be called from any thread.
  private nonisolated(unsafe) let daemon: OpaquePointer

  /// Listens from now on; `handler` is called on many threads, and is given a function that waits
  /// so many seconds, or until the listener is stopped.
  init(port: UInt16, handler: @escaping HTTPHandler) throws(SimulatorError) {
    let socket = try LoopbackSocket(port: port)
    self.port = socket.port
    desk = Desk(handler: handler)
    let context = Unmanaged.passUnretained(desk).toOpaque()
    guard let daemon = rapport_http_start(socket.descriptor, accept, finish, context) else {
      let number = errno
      close(socket.descriptor)
      throw .notStarted(number)
    }
    self.daemon = daemon
  }

  /// Ends all connections and frees the port; returns when that is done. To be called once.
  func stop() {
    desk.running.leave()
    MHD_stop_daemon(daemon)
  }
}

/// What libmicrohttpd's threads share.
private final class Desk: Sendable {
  let handler: HTTPHandler
  /// Left when the listener stops, which wakes whoever waits.
  let running = DispatchGroup()

  init(handler: @escaping HTTPHandler) {
    self.handler = handler
    running.enter()
  }

  func wait(_ seconds: Double) { _ = running.wait(timeout: .now() + seconds) }
}

/// A body that is sent piece by piece.
private final class PiecewiseBody: Sendable {
  let bytes: ArraySlice<UInt8>
  let ending: HTTPResponse.Delivery
  let desk: Desk

  init(_ response: HTTPResponse, desk: Desk) {
    let whole = response.body[...]
    bytes = response.delivery == .whole ? whole : whole.prefix(whole.count / 2)
    ending = response.delivery
    self.desk = desk
  }

  /// Seconds of silence, after which the connection is closed: more than any client should wait.
  static let silence = 300.0
}

/// Called for each request, first with its headers alone, then for each piece of its body, and at
/// the end without one.
private func accept(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
  uploadSize: UnsafeMutablePointer<Int>?, state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let url, let method, let state else { return .NO }
  guard let opened = state.pointee else {
    state.pointee = Unmanaged.passRetained(Upload()).toOpaque()
    return .YES
  }
  let body = Unmanaged<Upload>.fromOpaque(opened).takeUnretainedValue()
  if let uploadSize, uploadSize.pointee > 0 {
    body.append(upload, count: uploadSize.pointee)
    uploadSize.pointee = 0
    return .YES
  }
  let desk = Unmanaged<Desk>.fromOpaque(context).takeUnretainedValue()
  let response = desk.handler(
    HTTPRequest(
      at: .now, method: String(cString: method), path: String(cString: url),
      parameters: parameters(of: connection),
      authorization: header("Authorization", of: connection),
      host: header("Host", of: connection),
      login: Login(of: connection), form: body.form), desk.wait)
  return send(response, on: connection, desk)
}

/// Called when a request is over, however it ended.
private func finish(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, how: MHD_RequestTerminationCode
) {
  guard let opened = state?.pointee else { return }
  Unmanaged<Upload>.fromOpaque(opened).release()
  state?.pointee = nil
}

private func header(_ name: String, of connection: OpaquePointer) -> String? {
  MHD_lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
}

/// The parameters of the query, which libmicrohttpd has unescaped, a `+` to a space.
private func parameters(of connection: OpaquePointer) -> [SimulatedRequest.Parameter] {
  var found: [SimulatedRequest.Parameter] = []
  withUnsafeMutablePointer(to: &found) { found in
    _ = MHD_get_connection_values_n(
      connection, .GET_ARGUMENT_KIND,
      { found, _, name, nameSize, value, valueSize in
        found?.assumingMemoryBound(to: [SimulatedRequest.Parameter].self).pointee.append(
          SimulatedRequest.Parameter(name: text(name, nameSize), value: text(value, valueSize)))
        return .YES
      }, found)
  }
  return found
}

private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
  String(
    decoding: UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count), as: UTF8.self)
}

private func send(
  _ response: HTTPResponse, on connection: OpaquePointer, _ desk: Desk
) -> MHD_Result {
  guard let content = content(of: response, desk) else { return .NO }
  defer { MHD_destroy_response(content) }
  MHD_add_response_header(content, "Content-Type", response.contentType)
  if let seconds = response.retryAfter { MHD_add_response_header(content, "Retry-After", seconds) }
  return MHD_queue_response(connection, UInt32(response.status), content)
}

private func content(of response: HTTPResponse, _ desk: Desk) -> OpaquePointer? {
  if response.delivery == .whole && !response.isChunked {
    return response.body.withUnsafeBytes { bytes in
      MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
        .RESPMEM_MUST_COPY)
    }
  }
  let body = PiecewiseBody(response, desk: desk)
  // The largest number says that the length is not known.
  return MHD_create_response_from_callback(
    response.isChunked ? .max : UInt64(response.body.count), 4096, readPiece,
    Unmanaged.passRetained(body).toOpaque()
  ) { context in
    if let context { Unmanaged<PiecewiseBody>.fromOpaque(context).release() }
  }
}

private func readPiece(
  context: UnsafeMutableRawPointer?, position: UInt64, buffer: UnsafeMutablePointer<CChar>?,
  capacity: Int
) -> Int {
  guard let context, let buffer else { return rapport_http_break }
  let body = Unmanaged<PiecewiseBody>.fromOpaque(context).takeUnretainedValue()
  let rest = body.bytes.dropFirst(Int(position)).prefix(capacity)
  guard !rest.isEmpty else {
    if body.ending == .whole { return rapport_http_end }
    if body.ending == .stalled { body.desk.wait(PiecewiseBody.silence) }
    return rapport_http_break
  }
  UnsafeMutableRawBufferPointer(start: buffer, count: capacity).copyBytes(from: rest)
  return rest.count
}
