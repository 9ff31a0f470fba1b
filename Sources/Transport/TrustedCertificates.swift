import Glibc

/// Where the certificates are that a server's is checked against; libcurl's own choice where
/// neither is given.
package struct TrustedCertificates: Hashable, Sendable {
  /// A file of certificates in PEM.
  package var file: String?
  /// A directory of certificates by hash.
  package var directory: String?

  /// Nil leaves the choice to libcurl.
  package init(file: String? = nil, directory: String? = nil) {
    self.file = file
    self.directory = directory
  }

  /// What the variables `CURL_CA_BUNDLE`, `SSL_CERT_FILE` and `SSL_CERT_DIR` say; the first wins
  /// over the second, and an empty one says nothing.
  package init(variable: (String) -> String?) {
    func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      file: value("CURL_CA_BUNDLE") ?? value("SSL_CERT_FILE"), directory: value("SSL_CERT_DIR"))
  }

  /// What this process's environment says.
  package static var environment: TrustedCertificates {
    TrustedCertificates { name in getenv(name).map { String(cString: $0) } }
  }
}
