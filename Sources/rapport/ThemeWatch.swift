import Dispatch
import Glibc

/// Says when a theme's file has come, changed or gone. Between changes nothing is run.
final class ThemeWatch {
  private let source: any DispatchSourceRead

  /// Watches folders, of which those that are not there are left out; `changed` is called on the
  /// queue. Returns nil where the system has no watches left.
  init?(folders: [String], queue: DispatchQueue, changed: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for folder in folders {
      inotify_add_watch(
        descriptor, folder, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE))
    }
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler {
      ThemeWatch.takeEvents(descriptor)
      changed()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit { source.cancel() }

  /// Which file it was does not matter: all are read again.
  private static func takeEvents(_ descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
