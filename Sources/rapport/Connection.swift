import DataCore
import Providers
import Records

/// An account that is open, with its data core.
struct Connection: Sendable {
  let setup: AccountSetup
  let core: DataCore
  /// The account's time zone as far as it is known before the first answer.
  let zone: Zone
  let now: @Sendable () -> Timestamp
  /// For what is asked past the data core's cache; nil for an account that is not Truto's.
  var truto: TrutoProvider?

  /// The account's name in the cache.
  var account: String { setup.key }

  var today: Day { zone.day(of: now()) }
}
