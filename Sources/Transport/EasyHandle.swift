import CCurl
import Glibc

/// libcurl's handle of one transfer, with the memory it points to. The first option it refuses is
/// kept, to be asked for once when all are set.
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer
  private let errorText: UnsafeMutablePointer<CChar>
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private var setupCode = CURLE_OK

  init() throws(TransportError) {
    guard let pointer = curl_easy_init() else { throw .curl(CURLE_OUT_OF_MEMORY) }
    self.pointer = pointer
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errorText))
  }

  deinit {
    curl_easy_cleanup(pointer)
    curl_slist_free_all(headerList)
    errorText.deallocate()
  }

  func set(_ option: CURLoption, _ value: Int) { note(curl_set_long(pointer, option, value)) }

  func set(_ option: CURLoption, _ value: String) { note(curl_set_text(pointer, option, value)) }

  func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
    note(curl_set_pointer(pointer, option, value))
  }

  /// Copies the body of a POST.
  func setBody(_ body: [UInt8]) {
    note(curl_set_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
    var body = body
    body.withUnsafeMutableBytes { set(CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
  }

  /// Sets the lines of the header, in libcurl's spelling.
  func setHeaders(_ lines: [String]) {
    for line in lines {
      guard let longer = curl_slist_append(headerList, line) else {
        return note(CURLE_OUT_OF_MEMORY)
      }
      headerList = longer
    }
    set(CURLOPT_HTTPHEADER, UnsafeMutableRawPointer(headerList))
  }

  /// Keeps what a call that sets an option came to.
  func note(_ code: CURLcode) {
    if setupCode == CURLE_OK { setupCode = code }
  }

  /// Throws if any option was refused.
  func checkSetup() throws(TransportError) {
    guard setupCode == CURLE_OK else { throw .curl(setupCode) }
  }

  func long(_ info: CURLINFO) -> Int {
    var value = 0
    return curl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
  }

  func offset(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return curl_get_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
  }

  func text(_ info: CURLINFO) -> String? {
    var value: UnsafeMutablePointer<CChar>?
    guard curl_get_text(pointer, info, &value) == CURLE_OK else { return nil }
    return value.map { String(cString: $0) }
  }

  /// Why a transfer to `host` failed.
  func failure(_ code: CURLcode, host: String, hasAnswer: Bool) -> TransportError {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound(host: host)
    case CURLE_COULDNT_RESOLVE_PROXY:
      .unreachable(host: host, detail: "the proxy's name is not known")
    case CURLE_COULDNT_CONNECT: .unreachable(host: host, detail: systemWords)
    // Only the limit on connecting is libcurl's; the others are ours.
    case CURLE_OPERATION_TIMEDOUT:
      .unreachable(host: host, detail: "no connection in \(Transfer.connectSeconds) seconds")
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      hasAnswer
        ? .bodyCutShort
        : .unreachable(host: host, detail: "it closed the connection without an answer")
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED,
      CURLE_SSL_INVALIDCERTSTATUS:
      .tls(host: host, detail: certificateWords(code))
    default: .curl(code)
    }
  }

  private var systemWords: String {
    let number = long(CURLINFO_OS_ERRNO)
    return number == 0 ? "no connection" : plainWords(String(cString: strerror(CInt(number))))
  }

  /// libcurl's own words about TLS, which name certificates and files, never the request.
  private func certificateWords(_ code: CURLcode) -> String {
    let words = String(cString: errorText)
    return plainWords(words.isEmpty ? String(cString: curl_easy_strerror(code)) : words)
  }
}

extension TransportError {
  /// A failure that libcurl has its own words for.
  static func curl(_ code: CURLcode) -> TransportError {
    .other(code: Int(code.rawValue), text: String(cString: curl_easy_strerror(code)))
  }

  /// A failure of the handle that all transfers share.
  static func curl(_ code: CURLMcode) -> TransportError {
    .other(code: Int(code.rawValue), text: String(cString: curl_multi_strerror(code)))
  }
}
