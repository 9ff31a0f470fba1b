/// Values by their place in ascending order, without sorting all of them.
///
/// Values are counted into buckets of equal width, and only the buckets that hold a wanted place
/// are sorted: there is a median to find for every period of a trend.
struct Places {
  private let values: [Double]
  /// The bucket of each value; empty when the values themselves are in order.
  private var buckets: [UInt16] = []
  /// The place of the first value of each bucket, and the count of all after the last.
  private var starts: [Int] = []
  private var opened: (bucket: Int, values: [Double]) = (-1, [])

  /// Fewer values are sorted at once.
  private static let fewest = 64
  private static let bucketCount = 1024

  /// Values in any order, none of them NaN.
  init(_ values: [Double]) {
    guard values.count >= Places.fewest, let (least, width) = Places.buckets(of: values) else {
      self.values = values.sorted()
      return
    }
    self.values = values
    var counts = [Int](repeating: 0, count: Places.bucketCount + 1)
    buckets = Array(unsafeUninitializedCapacity: values.count) { buckets, count in
      counts.withUnsafeMutableBufferPointer { counts in
        for (index, value) in values.enumerated() {
          let bucket = Int((value - least) * width)
          buckets[index] = UInt16(truncatingIfNeeded: bucket)
          counts[bucket] += 1
        }
      }
      count = values.count
    }
    starts.reserveCapacity(counts.count + 1)
    var start = 0
    for count in counts {
      starts.append(start)
      start += count
    }
    starts.append(start)
  }

  /// How many values there are.
  var count: Int { values.count }

  /// The value that sorting would bring to a place.
  subscript(place: Int) -> Double {
    mutating get {
      guard !buckets.isEmpty else { return values[place] }
      let bucket = bucket(of: place)
      if opened.bucket != bucket { opened = (bucket, open(bucket)) }
      return opened.values[place - starts[bucket]]
    }
  }

  /// The value below which a share of the values lies, interpolated between neighbours (the
  /// seventh definition of Hyndman and Fan, as spreadsheets have it); there must be a value.
  mutating func quantile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let below = Int(place)
    let low = self[below]
    let high = self[min(below + 1, count - 1)]
    return low + (high - low) * (place - Double(below))
  }

  private func bucket(of place: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  private func open(_ bucket: Int) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(starts[bucket + 1] - starts[bucket])
    let wanted = UInt16(truncatingIfNeeded: bucket)
    for index in buckets.indices where buckets[index] == wanted { found.append(values[index]) }
    found.sort()
    return found
  }

  /// The least value, and what the distance from it is multiplied with to make a bucket; nil where
  /// the values lie too near together or too far apart for that.
  private static func buckets(of values: [Double]) -> (least: Double, width: Double)? {
    var (least, greatest) = (values[0], values[0])
    for value in values {
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
    }
    let width = Double(bucketCount) / (greatest - least)
    return (greatest - least).isFinite && width.isFinite ? (least, width) : nil
  }
}
