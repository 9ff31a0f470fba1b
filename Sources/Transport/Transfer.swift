import CCurl

/// One request at work, with what it has received. Only the transfer thread touches it.
final class Transfer {
  static let connectSeconds = 15
  private static let maxRedirects = 5

  let id: Int
  let easy: EasyHandle
  private let request: HTTPRequest
  private let destination: Destination
  private let deadline: ContinuousClock.Instant
  private let channel: BodyChannel?

  private var reception: Reception
  /// The channel has taken some of the body, so that there is no hurry any more.
  private var isStreaming = false
  /// The channel is full: the silence is ours.
  private var isHeldUp = false
  private var redirects = 0
  private var timings = HTTPTimings()
  private var bytesReceived = 0

  init(_ submission: Submission, settings: Exchange.Settings) throws(TransportError) {
    easy = try EasyHandle()
    id = submission.id
    request = submission.request
    destination = submission.destination
    deadline = submission.at + .seconds(request.timeout)
    channel = submission.channel
    reception = Reception(maxBytes: request.maxBytes)
    setConnection(settings)
    setRequest()
    setReceivers()
    try easy.checkSetup()
  }

  /// The transfer that an easy handle belongs to.
  static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
    var context: UnsafeMutableRawPointer?
    guard curl_get_pointer(easy, &context) == CURLE_OK, let context else { return nil }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// Gives the transfer to libcurl, at first or after a redirect.
  func begin(with multi: UnsafeMutableRawPointer) throws(TransportError) {
    let code = curl_multi_add_handle(multi, easy.pointer)
    guard code == CURLM_OK else { throw .curl(code) }
  }

  /// When the transfer is to be ended if nothing happens before, and as what; nil while it waits for
  /// whoever takes its bytes.
  var nextLimit: (at: ContinuousClock.Instant, error: TransportError)? {
    if isHeldUp { return nil }
    if let sign = reception.lastSign,
      isStreaming || sign + .seconds(request.stall) < deadline
    {
      return (sign + .seconds(request.stall), .stalled(seconds: request.stall))
    }
    return (deadline, .timedOut(seconds: request.timeout))
  }

  /// Goes on with the bytes that the channel had no room for.
  func resume() throws(TransportError) {
    isHeldUp = false
    reception.noteSign()
    let code = curl_easy_pause(easy.pointer, CURLPAUSE_CONT)
    guard code == CURLE_OK else { throw reception.failure ?? .curl(code) }
  }

  /// What became of it, once libcurl has finished; nil if it is to begin again after a redirect.
  func conclude(_ code: CURLcode) throws(TransportError) -> HTTPResponse? {
    timings = timings + measuredTimings()
    bytesReceived += easy.long(CURLINFO_HEADER_SIZE) + easy.offset(CURLINFO_SIZE_DOWNLOAD_T)
    if let failure = reception.failure { throw failure }
    guard code == CURLE_OK else {
      throw easy.failure(code, host: destination.name, hasAnswer: !reception.isEmpty)
    }
    let status = easy.long(CURLINFO_RESPONSE_CODE)
    if [301, 302, 303, 307, 308].contains(status), let location = easy.text(CURLINFO_REDIRECT_URL) {
      try follow(location, status: status)
      return nil
    }
    return HTTPResponse(
      status: status, headers: reception.headers, body: reception.body, timings: timings,
      bytesReceived: bytesReceived, version: version)
  }

  private func setConnection(_ settings: Exchange.Settings) {
    easy.set(CURLOPT_PROTOCOLS_STR, "http,https")
    easy.set(CURLOPT_NOSIGNAL, 1)
    // A name that resolves slowly must not hold up the thread when its request is given up.
    easy.set(CURLOPT_QUICK_EXIT, 1)
    easy.set(CURLOPT_TCP_KEEPALIVE, 1)
    easy.set(CURLOPT_CONNECTTIMEOUT_MS, Self.connectSeconds * 1000)
    easy.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    easy.set(CURLOPT_USERAGENT, settings.userAgent)
    // Empty means every compression that libcurl can undo. It would undo that of a stream however
    // little room there is for what comes out.
    if channel == nil { easy.set(CURLOPT_ACCEPT_ENCODING, "") }
    if destination.isEncrypted {
      easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      easy.set(CURLOPT_PIPEWAIT, 1)
    } else {
      easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    }
    // What is meant for this machine must not leave it by a proxy.
    if destination.isLoopback { easy.set(CURLOPT_PROXY, "") }
    if let file = settings.certificates.file { easy.set(CURLOPT_CAINFO, file) }
    if let directory = settings.certificates.directory { easy.set(CURLOPT_CAPATH, directory) }
  }

  private func setRequest() {
    easy.set(CURLOPT_URL, request.url)
    if request.method == .post {
      easy.set(CURLOPT_POST, 1)
      easy.setBody(request.body)
    }
    if let login = request.login {
      easy.set(CURLOPT_USERNAME, login.name)
      easy.set(CURLOPT_PASSWORD, login.password)
    }
    // A line without a value takes away what libcurl would add of its own accord.
    var lines = ["Expect:"]
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      lines.append("Content-Type:")
    }
    // An empty value has a spelling of its own.
    lines += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    easy.setHeaders(lines)
  }

  private func setReceivers() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    for option in [CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA] {
      easy.set(option, context)
    }
    easy.note(
      curl_set_receiver(easy.pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        Transfer.receive(bytes, size * count, context) { $0.takeBody($1) }
      })
    easy.note(
      curl_set_receiver(easy.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        Transfer.receive(bytes, size * count, context) { transfer, bytes in
          transfer.reception.takeHeaderLine(bytes) ? bytes.count : Int(CURL_WRITEFUNC_ERROR)
        }
      })
    easy.note(
      curl_set_prerequest(easy.pointer) { context, _, _, _, _ in
        guard let context else { return CURL_PREREQFUNC_ABORT }
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().reception.noteSign()
        return CURL_PREREQFUNC_OK
      })
  }

  /// Hands received bytes on; any other answer than their number makes libcurl give up or wait.
  private static func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (Transfer, UnsafeRawBufferPointer) -> Int
  ) -> Int {
    guard let context else { return Int(CURL_WRITEFUNC_ERROR) }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return take(transfer, UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// Only the body of a success goes into the channel: redirects and errors are short and are read
  /// here.
  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard let channel, (200..<300).contains(easy.long(CURLINFO_RESPONSE_CODE)) else {
      return reception.takeBody(bytes) ? bytes.count : Int(CURL_WRITEFUNC_ERROR)
    }
    isStreaming = true
    isHeldUp = !channel.offer(bytes)
    reception.noteSign()
    return isHeldUp ? Int(CURL_WRITEFUNC_PAUSE) : bytes.count
  }

  private func follow(_ location: String, status: Int) throws(TransportError) {
    guard let target = try? Destination(location) else {
      throw .redirectedElsewhere(to: "an address that cannot be used")
    }
    guard target == destination else { throw .redirectedElsewhere(to: target.origin) }
    redirects += 1
    guard redirects <= Self.maxRedirects else { throw .tooManyRedirects(host: destination.name) }
    reception = Reception(maxBytes: request.maxBytes)
    easy.set(CURLOPT_URL, location)
    // Only 307 and 308 ask for the same request again.
    if status < 307 { easy.set(CURLOPT_HTTPGET, 1) }
    try easy.checkSetup()
  }

  private func measuredTimings() -> HTTPTimings {
    let lookup = easy.offset(CURLINFO_NAMELOOKUP_TIME_T)
    let connect = max(easy.offset(CURLINFO_CONNECT_TIME_T), lookup)
    let tls = max(easy.offset(CURLINFO_APPCONNECT_TIME_T), connect)
    let sent = easy.offset(CURLINFO_PRETRANSFER_TIME_T)
    let first = max(easy.offset(CURLINFO_STARTTRANSFER_TIME_T), sent)
    func seconds(_ microseconds: Int) -> Double { Double(microseconds) / 1_000_000 }
    return HTTPTimings(
      nameLookup: seconds(lookup), connect: seconds(connect - lookup),
      tls: seconds(tls - connect), firstByte: seconds(first - sent),
      total: seconds(easy.offset(CURLINFO_TOTAL_TIME_T)))
  }

  private var version: String {
    switch easy.long(CURLINFO_HTTP_VERSION) {
    case Int(CURL_HTTP_VERSION_1_0): "1.0"
    case Int(CURL_HTTP_VERSION_1_1): "1.1"
    case Int(CURL_HTTP_VERSION_2_0): "2"
    default: ""
    }
  }
}
