/// A number as a provider sent it, an integer or not, so that it is printed as it came.
package enum Number: Hashable, Sendable {
  case integer(Int64)
  case decimal(Double)

  /// The number for arithmetic; an integer too long for a `Double` is rounded.
  package var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value
    }
  }
}
