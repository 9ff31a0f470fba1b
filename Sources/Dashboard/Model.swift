package import Canvas
package import Loop
package import Records

/// What the user set up, as far as the dashboard is concerned.
package struct Preferences: Equatable, Sendable {
  package var theme: Theme
  package var glyphs: GlyphSet
  package var targets: [Metric: Target]
  /// Under so many calls a user's metrics are drawn muted.
  package var minimumCalls: Double

  package init(
    theme: Theme, glyphs: GlyphSet = .braille, targets: [Metric: Target] = Target.defaults,
    minimumCalls: Double = 5
  ) {
    self.theme = theme
    self.glyphs = glyphs
    self.targets = targets
    self.minimumCalls = minimumCalls
  }
}

/// The whole state of the dashboard.
package struct Model: Equatable, Sendable {
  package var preferences: Preferences
  /// The account's name in the cache.
  package let account: String
  /// What the account is called on screen.
  package let accountTitle: String
  package var now: Timestamp
  package var uptime: Int
  package var zone: Zone
  package var size: Size

  package var range: RangeChoice
  package var granularity: Granularity
  package var resource: Resource

  /// Counts the questions to the data core; an answer to an earlier one changes nothing.
  package var request = 0
  package var snapshot: Snapshot?
  /// When the question that has no answer yet was asked, in milliseconds of uptime.
  package var askedAt: Int?
  /// What there is, where saved records are looked at instead of an account.
  package var saved: SavedExtent?
  /// A sentence about the last key, gone with the next one.
  package var notice: String?

  package var team: Team
  package var user: UserScreen?
  package var help: Int?
  package var isFinished = false

  package init(
    preferences: Preferences, account: String, accountTitle: String, zone: Zone, now: Moment,
    size: Size, range: RangeChoice = .rolling(days: 30, back: 0),
    granularity: Granularity = .week, resource: Resource = .interactions
  ) {
    self.preferences = preferences
    self.account = account
    self.accountTitle = accountTitle
    self.zone = zone
    self.now = Timestamp(milliseconds: Int64(now.wall))
    uptime = now.uptime
    self.size = size
    self.range = range
    self.granularity = granularity
    self.resource = resource
    team = Team()
  }

  /// The day that ranges count back from: for saved records the one after their newest, as if they
  /// were looked at when they were saved.
  package var today: Day { saved?.days.end ?? calendarDay }

  /// The day that it is.
  var calendarDay: Day { zone.day(of: now) }

  /// What the screens need from the data core.
  package var query: Query {
    Query(
      account: account, resource: resource, range: range.span(today: today),
      compared: range.comparedSpan(today: today), granularity: granularity, today: today)
  }
}
