import Records

/// How the program ends, as scripts see it.
enum ExitCode: Int32, CaseIterable {
  case fine = 0
  case failed = 1
  case usage = 2
  case configuration = 3
  case credentials = 4
  /// The provider cannot be reached and nothing is cached.
  case unreachable = 5
  /// Older or less complete than asked for.
  case incomplete = 6
  /// The day's budget or the provider's quota is used up.
  case quota = 7
  case cache = 8

  /// What a failure makes of a command that could show something from the cache, or nothing.
  init(_ failure: Failure, hasSomething: Bool) {
    self =
      switch failure.kind {
      case .credentials, .disconnected, .forbidden: .credentials
      case .unreachable: hasSomething ? .incomplete : .unreachable
      case .budget, .rateLimited: .quota
      case .cache: .cache
      case .misconfigured: .configuration
      default: .failed
      }
  }
}

extension ExitCode {
  /// What it means, in a few words.
  var meaning: String {
    switch self {
    case .fine: "fine"
    case .failed: "failed"
    case .usage: "usage"
    case .configuration: "configuration"
    case .credentials: "credentials refused"
    case .unreachable: "unreachable and nothing cached"
    case .incomplete: "older or less complete than asked for"
    case .quota: "the day's budget or the provider's quota is used up"
    case .cache: "the cache cannot be used"
    }
  }

  /// The code of several outcomes together: that of the one to be dealt with first.
  static func worst(_ codes: some Sequence<ExitCode>) -> ExitCode {
    let order: [ExitCode] = [
      .usage, .configuration, .credentials, .unreachable, .quota, .cache, .failed, .incomplete,
    ]
    let codes = Set(codes)
    return order.first(where: codes.contains) ?? .fine
  }
}

/// Ends a command: with a sentence for stderr and a code.
struct Stop: Error {
  let code: ExitCode
  let sentence: String

  init(_ code: ExitCode, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }
}
