/// Why the simulator did not start.
package enum SimulatorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another program listens on the port.
  case portTaken(UInt16)
  /// The port may not be used without rights that the program does not have.
  case portForbidden(UInt16)
  /// The system refused a socket or a thread; with its error number.
  case notStarted(Int32)

  /// A sentence with what to do next.
  package var description: String {
    switch self {
    case .portTaken(let port):
      "Port \(port) is taken by another program; choose another one, or 0 for any that is free."
    case .portForbidden(let port):
      "Port \(port) is not open to this user; choose one above 1023."
    case .notStarted(let number):
      "The simulator could not start (system error \(number)); free some memory or files and try again."
    }
  }
}
