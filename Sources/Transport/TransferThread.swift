import CCurl
import Glibc

/// The one thread that calls libcurl: it owns the multi handle and every transfer.
struct TransferThread {
  private let exchange: Exchange
  private var transfers: [Int: Transfer] = [:]

  init(_ exchange: Exchange) { self.exchange = exchange }

  /// Works until the exchange is shut down.
  mutating func run() {
    leaveSignalsToTheMainThread()
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init()
    else { return exchange.fail(with: .other(code: 27, text: "libcurl cannot start")) }
    let perHost = exchange.settings.connectionsPerHost
    curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, perHost)
    curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, perHost * 4)
    exchange.setMulti(Exchange.Multi(handle: multi))
    let error = work(with: multi)
    exchange.setMulti(nil)
    for transfer in transfers.values { curl_multi_remove_handle(multi, transfer.easy.pointer) }
    transfers = [:]
    curl_multi_cleanup(multi)
    if let error { exchange.fail(with: error) }
  }

  private func leaveSignalsToTheMainThread() {
    var signals = sigset_t()
    sigfillset(&signals)
    // A crash on this thread must still reach its handler.
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] {
      sigdelset(&signals, signal)
    }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Nil when told to stop, an error when libcurl can work no longer.
  private mutating func work(with multi: UnsafeMutableRawPointer) -> TransportError? {
    while true {
      let orders = exchange.takeOrders()
      if orders.mustStop { return nil }
      for submission in orders.submitted { begin(submission, with: multi) }
      for id in orders.cancelled { drop(id, from: multi) }
      for id in orders.resumed { resume(id, on: multi) }
      var running: CInt = 0
      var code = curl_multi_perform(multi, &running)
      collect(from: multi)
      let timeout = expire(at: .now, from: multi)
      if code == CURLM_OK { code = curl_multi_poll(multi, nil, 0, timeout, nil) }
      guard code == CURLM_OK else { return .curl(code) }
    }
  }

  private mutating func begin(_ submission: Submission, with multi: UnsafeMutableRawPointer) {
    do throws(TransportError) {
      let transfer = try Transfer(submission, settings: exchange.settings)
      try transfer.begin(with: multi)
      transfers[submission.id] = transfer
    } catch {
      exchange.answer(submission.id, with: .failure(error))
    }
  }

  private mutating func drop(_ id: Int, from multi: UnsafeMutableRawPointer) {
    guard let transfer = transfers.removeValue(forKey: id) else { return }
    curl_multi_remove_handle(multi, transfer.easy.pointer)
  }

  private mutating func resume(_ id: Int, on multi: UnsafeMutableRawPointer) {
    guard let transfer = transfers[id] else { return }
    do throws(TransportError) {
      try transfer.resume()
    } catch {
      curl_multi_remove_handle(multi, transfer.easy.pointer)
      answer(transfer, with: .failure(error))
    }
  }

  /// Answers what libcurl has finished.
  private mutating func collect(from multi: UnsafeMutableRawPointer) {
    var left: CInt = 0
    while let message = curl_multi_info_read(multi, &left)?.pointee {
      guard message.msg == CURLMSG_DONE, let easy = message.easy_handle else { continue }
      // The message is gone once its handle is removed.
      let code = message.data.result
      guard let transfer = Transfer.of(easy) else { continue }
      curl_multi_remove_handle(multi, easy)
      do throws(TransportError) {
        if let response = try transfer.conclude(code) {
          answer(transfer, with: .success(response))
        } else {
          try transfer.begin(with: multi)
        }
      } catch {
        answer(transfer, with: .failure(error))
      }
    }
  }

  private mutating func answer(_ transfer: Transfer, with answer: Exchange.Answer) {
    transfers[transfer.id] = nil
    exchange.answer(transfer.id, with: answer)
  }

  /// Ends the transfers that are over time, and says how many milliseconds there are to the next
  /// such moment.
  private mutating func expire(
    at now: ContinuousClock.Instant, from multi: UnsafeMutableRawPointer
  ) -> CInt {
    var next: Duration?
    for transfer in transfers.values {
      guard let (limit, error) = transfer.nextLimit else { continue }
      if limit <= now {
        // Whatever the connection is doing, it does not answer.
        transfer.easy.set(CURLOPT_FORBID_REUSE, 1)
        curl_multi_remove_handle(multi, transfer.easy.pointer)
        answer(transfer, with: .failure(error))
      } else {
        next = min(next ?? .seconds(86_400), limit - now)
      }
    }
    // Without transfers there is nothing to wait for but a wake-up.
    guard let next else { return .max }
    return CInt(clamping: next.components.seconds * 1000)
      + CInt(next.components.attoseconds / 1_000_000_000_000_000) + 1
  }
}
