/// The median of values, nil of none. The values are put in another order on the way: finding the
/// middle by halving (Hoare's selection) costs a fraction of sorting, and there is one to find for
/// every period of a trend.
func median(_ values: inout [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let middle = values.count / 2
  let upper = select(middle, of: &values)
  guard values.count % 2 == 0 else { return upper }
  let lower = values[..<middle].max() ?? upper
  return lower + (upper - lower) * 0.5
}

/// The value that sorting would bring to a place; those before the place are no larger afterwards.
private func select(_ place: Int, of values: inout [Double]) -> Double {
  var low = 0
  var high = values.count - 1
  while low < high {
    let pivot = values[(low + high) / 2]
    var left = low
    var right = high
    while left <= right {
      while values[left] < pivot { left += 1 }
      while values[right] > pivot { right -= 1 }
      if left <= right {
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if place <= right {
      high = right
    } else if place >= left {
      low = left
    } else {
      break
    }
  }
  return values[place]
}
