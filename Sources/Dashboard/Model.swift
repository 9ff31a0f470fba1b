package import Canvas
package import Loop
package import Records

/// What the user set up, as far as the dashboard is concerned.
package struct Preferences: Equatable, Sendable {
  /// How every role on screen looks.
  package var theme: Theme
  /// The characters that charts are drawn with.
  package var glyphs: GlyphSet
  /// Which key does what.
  package var keys = KeyMap.standard
  /// Whether screens are words alone, a fact a line.
  package var isPlain = false

  /// Preferences with the defaults of what is not stated.
  package init(theme: Theme, glyphs: GlyphSet = .braille) {
    self.theme = theme
    self.glyphs = glyphs
  }
}

/// The whole state of the dashboard.
package struct Model: Equatable, Sendable {
  /// What the user set up.
  package var preferences: Preferences
  /// The accounts that there are to choose from: at least the one on screen.
  package internal(set) var accounts: [Account]
  /// Where among them the one on screen is.
  var accountPlace: Int
  /// The time of day as of the last message.
  package var now: Timestamp
  /// Milliseconds on a clock that never jumps, as of the last message.
  package var uptime: Int
  /// The size of the terminal, in cells.
  package var size: Size

  /// What the user chose to see.
  package var choices: Choices

  /// Counts the questions to the data core; an answer to an earlier one changes nothing.
  package var request = 0
  /// The last answer of the data core; nil before the first one.
  package var snapshot: Snapshot?
  /// When the question that has no answer yet was asked, in milliseconds of uptime.
  var askedAt: Int?
  /// What there is, where saved records are looked at instead of an account.
  package var saved: SavedExtent?
  /// The words of a command line that lead to the same account, or files.
  package var arguments: [String] = []
  /// The question about conversations that was asked last; nil while no screen lists any.
  var conversationQuestion: ConversationQuery?
  /// Counts the questions about conversations; an answer to an earlier one changes nothing.
  package var conversationRequest = 0
  /// When the question about conversations that has no answer yet was asked.
  var conversationsAskedAt: Int?
  /// Counts the questions for transcripts.
  package var transcriptRequest = 0
  /// The last requests as it was told last, the newest first.
  package var requests: [RequestLogEntry] = []
  /// How the accounts stand, as it was told last.
  package var accountReports: [AccountReport] = []
  /// Counts the questions for single records.
  package var recordRequest = 0
  /// A sentence about the last key, gone with the next one.
  package var notice: String?

  /// The state of the team's boards.
  package var team = TeamScreen()
  /// The screens that were opened over the team's, the one on screen last.
  package var screens: [ScreenState] = []
  /// What lies over the screen and gets the keys.
  package var overlay: Overlay?
  /// The lines of the palette that were done, the last one last.
  package var history: [String] = []
  /// What is looked for on the screens that are texts.
  package var search = Search()

  /// The teams that the user wrote down.
  package var teamList = TeamList()
  /// The teams that there are to choose from: those written down, and one for each manager.
  package var teams: [Team] = []
  /// The views that the user saved.
  package var views: [SavedView] = []
  /// The themes that there are to choose from, as the terminal can show them; empty until listed.
  package var themes: [Theme] = []
  /// The name of the theme that the user chose; nil for the one that the program began with.
  package var chosenTheme: String?
  /// The characters that suit the terminal, where the user chose no others.
  package var suitableGlyphs = GlyphSet.braille
  /// Whether what the user chooses is to be remembered.
  var remembers = false
  /// Where the user was at the end of the last time, until it can be gone to.
  var awaitedPlace: Remembered.Place?

  /// Whether the user has quit.
  package var isFinished = false

  /// The state at the start, before the data core has been asked anything: an account on screen, and
  /// those that there are beside it, in the order in which they are listed.
  package init(
    preferences: Preferences, account: Account, among accounts: [Account] = [], now: Moment,
    size: Size, choices: Choices? = nil
  ) {
    self.preferences = preferences
    let place = accounts.firstIndex { $0.key == account.key }
    self.accounts = place == nil ? [account] + accounts : accounts
    accountPlace = place ?? 0
    self.now = Timestamp(milliseconds: Int64(now.wall))
    uptime = now.uptime
    self.size = size
    self.choices = choices ?? account.choices
  }

  /// The day that ranges count back from: for saved records the one after their newest, as if they
  /// were looked at when they were saved.
  package var today: Day { saved?.days.end ?? calendarDay }

  /// The day that it is.
  var calendarDay: Day { zone.day(of: now) }

  /// The rows between the two lines at the top and the two at the bottom.
  var bodyRows: Int { body(of: size).rows }

  /// Which screen is seen.
  package var kind: ScreenKind { screens.last?.kind ?? .team }

  /// The chosen team; nil for everyone, and where it is not known (any more).
  var chosenTeam: Team? { choices.team.flatMap { name in teams.first { $0.name == name } } }

  /// The users of the chosen team; nil for everyone.
  var members: Set<UserNumber>? { chosenTeam?.members }

  /// What the screens need from the data core.
  package var query: Query { choices.query(account.key, today: today) }
}
