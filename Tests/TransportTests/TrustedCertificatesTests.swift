import Testing
import Transport

@Suite struct TrustedCertificatesTests {
  @Test(arguments: [
    ([:], TrustedCertificates()),
    (["SSL_CERT_FILE": "/a"], TrustedCertificates(file: "/a")),
    (["SSL_CERT_FILE": "/a", "CURL_CA_BUNDLE": "/b"], TrustedCertificates(file: "/b")),
    (["SSL_CERT_FILE": "/a", "CURL_CA_BUNDLE": ""], TrustedCertificates(file: "/a")),
    (["SSL_CERT_DIR": "/d"], TrustedCertificates(directory: "/d")),
  ])
  func `the variables that other programs read are read`(
    variables: [String: String], expected: TrustedCertificates
  ) {
    #expect(TrustedCertificates { variables[$0] } == expected)
  }

  @Test func `a file of certificates that is not there is an error of TLS`() async throws {
    let server = try SocketServer { _ in .answer("") }
    let client = HTTPClient(
      userAgent: "x", certificates: TrustedCertificates(file: "/nowhere/certificates.pem"))
    let error = await #expect(throws: TransportError.self) {
      try await client.send(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
    }
    guard case .tls(_, let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.contains("/nowhere/certificates.pem"))
  }
}
