package import Records

/// How the values of a field are spread over the users of a board.
///
/// The lowest and the highest value bound the picture, and a value of few calls never makes a best
/// or a worst: users with few calls are left out of the bins and quartiles of a metric, and listed.
package struct Distribution: Equatable, Sendable {
  /// The field whose values are spread.
  package let field: Field
  /// From low to high, without a gap between them; empty without values.
  package let bins: [Bin]
  /// What the values in the bins look like; nil without values.
  package let statistics: Statistics?
  /// The users with a value who are left out, since they have few calls.
  package let fewCalls: [UserNumber]

  /// The users whose values lie from `lower` up to and without `upper`.
  package struct Bin: Equatable, Sendable {
    /// The least value of the bin.
    package let lower: Double
    /// The end of the bin; the same as `lower` where all values are alike.
    package let upper: Double
    /// In order of their numbers.
    package fileprivate(set) var users: [UserNumber] = []
  }

  /// The distribution over the board's users, in at most `maximumBins` bins but no fewer than two
  /// where values differ.
  package init(_ board: TeamBoard, _ field: Field, maximumBins: Int = 40) {
    self.field = field
    var (counted, fewCalls): ([(user: UserNumber, value: Double)], [UserNumber]) = ([], [])
    for row in board.rows {
      guard let value = row[field].value else { continue }
      if !field.isCounter, row.hasFewCalls {
        fewCalls.append(row.user)
      } else {
        counted.append((row.user, value))
      }
    }
    self.fewCalls = fewCalls
    statistics = Statistics(counted.map(\.value))
    guard let statistics else {
      bins = []
      return
    }
    guard let edges = BinEdges(statistics, isCounter: field.isCounter, maximum: maximumBins) else {
      bins = [
        Bin(lower: statistics.minimum, upper: statistics.maximum, users: counted.map(\.user))
      ]
      return
    }
    var bins = (0..<edges.count).map { Bin(lower: edges[$0], upper: edges[$0 + 1]) }
    for (user, value) in counted { bins[edges.bin(of: value)].users.append(user) }
    self.bins = bins
  }

  /// The place of the bin that a user is in; nil for a user without a value or with few calls.
  package func bin(of user: UserNumber) -> Int? {
    bins.firstIndex { $0.users.contains(user) }
  }
}
