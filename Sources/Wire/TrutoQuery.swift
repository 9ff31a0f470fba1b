package import Records

/// The query parameters of Truto's unified list endpoints, in the order in which they are sent.
package struct TrutoQuery: Sendable {
  /// Names and values, not yet percent-encoded.
  package private(set) var parameters: [(String, String)]

  /// A query to one integrated account, by the id that Truto gave it.
  package init(integratedAccount: String) {
    parameters = [("integrated_account_id", integratedAccount)]
  }

  /// Asks for the records of a period. Its bounds are sent as local midnights with their offset:
  /// a server that keeps only the date must read the date that was meant.
  package mutating func ask(for period: Period, in zone: Zone) {
    parameters.append(("start_time", zone.midnightText(period.start)))
    parameters.append(("end_time", zone.midnightText(period.end)))
  }

  /// Asks to leave out the provider's own copy of each record, which is not stored unless
  /// the user wants it.
  package mutating func ignoreRemoteData() {
    parameters.append(("truto_ignore_remote_data", "true"))
  }

  /// Asks for the page after the one that gave this cursor; page one is asked for without.
  package mutating func follow(_ cursor: String?) {
    if let cursor { parameters.append(("next_cursor", cursor)) }
  }

  mutating func append(_ name: String, _ value: String?) {
    if let value { parameters.append((name, value)) }
  }

  /// Percent-encoded, as it stands after the question mark.
  package var text: String { PercentEncoding.query(parameters) }
}
