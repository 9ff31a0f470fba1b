/// What is wrong with a file: everything at once, since who mends one mistake wants to see the rest.
struct Mistakes {
  private(set) var all: [ConfigurationError] = []

  mutating func add(_ mistake: ConfigurationError) { all.append(mistake) }

  /// What the work gives; nil where it threw, which is kept.
  mutating func take<Value>(_ work: () throws(ConfigurationError) -> Value) -> Value? {
    do throws(ConfigurationError) {
      return try work()
    } catch {
      add(error)
      return nil
    }
  }
}
