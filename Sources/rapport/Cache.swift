import Configuration
import Store

/// Where the cache is.
enum Cache {
  /// Its file; demos have one of their own.
  static func path(_ directories: Directories, isDemo: Bool) -> String {
    "\(directories.cache)/\(isDemo ? "demo" : "rapport").sqlite"
  }

  /// Opens it, made if there is none.
  static func open(_ directories: Directories, isDemo: Bool) async throws(Stop) -> Store {
    let path = path(directories, isDemo: isDemo)
    do throws(StoreError) {
      do throws(StoreError) {
        return try Store(path: path)
      } catch {
        // Live data is better than none, and what can be read of the cache better than nothing.
        return try Store(inMemoryInsteadOf: path, because: error)
      }
    } catch {
      throw Stop(.cache, error.sentence)
    }
  }
}
