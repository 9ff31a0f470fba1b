import Records

extension DataCore {
  /// Holds all further requests back, or lets them go again. Those under way end; a window goes on
  /// at the page it was held back at.
  package func setPaused(_ isPaused: Bool) {
    guard isPaused != self.isPaused else { return }
    if let pausedAt { startedAt = startedAt + (now() - pausedAt) }
    pausedAt = isPaused ? now() : nil
    pump()
    publish()
  }

  /// Whether the user has all requests held back.
  var isPaused: Bool { pausedAt != nil }

  /// Forgets what stopped the work, and plans it anew: for when the reason is gone, as after a new
  /// token.
  package func retry() async { await replan(refreshing: .stale) }
}

extension Failure {
  /// Requests are held back.
  static let paused = Failure(
    .cancelled, "Fetching is paused: resume it, and the provider is asked again.")
}
