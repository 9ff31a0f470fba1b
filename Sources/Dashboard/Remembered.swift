package import Canvas
package import Records

/// What the user chose to see, under a name.
package struct SavedView: Equatable, Sendable {
  /// What the user called it.
  package let name: String
  /// All that was chosen.
  package let choices: Choices

  /// A view of this name.
  package init(name: String, choices: Choices) {
    self.name = name
    self.choices = choices
  }
}

/// What outlives the program: for each account, how the user left the dashboard.
package struct Remembered: Equatable, Sendable {
  /// Where the user was.
  package struct Place: Equatable, Sendable {
    /// The screen that was seen.
    package let screen: ScreenKind
    /// The id of the user that it was about, or who was selected; nil for nobody.
    package let user: String?
    /// The ids of the users that are compared on it.
    package var compared: [String] = []
    /// The period of the record that it shows.
    package var period: Period?

    /// A place.
    package init(screen: ScreenKind, user: String?) {
      self.screen = screen
      self.user = user
    }
  }

  /// All that was chosen to see.
  package let choices: Choices
  /// The theme that was chosen; nil for none.
  package let theme: String?
  /// The characters that were chosen for charts; nil for those that suit the terminal.
  package let glyphs: GlyphSet?
  /// Where the user was.
  package let place: Place
  /// The views that were saved.
  package let views: [SavedView]

  /// What is to be remembered.
  package init(
    choices: Choices, theme: String?, glyphs: GlyphSet?, place: Place, views: [SavedView]
  ) {
    self.choices = choices
    self.theme = theme
    self.glyphs = glyphs
    self.place = place
    self.views = views
  }
}

extension Model {
  /// Begins to remember, with what was remembered of the last time: everything but the choices,
  /// which the model was made with.
  package mutating func beginRemembering() {
    remembers = true
    if let last = account.remembered {
      views = last.views
      chosenTheme = last.theme
      if suitableGlyphs != .ascii, let glyphs = last.glyphs { preferences.glyphs = glyphs }
      awaitedPlace = last.place
    }
    account.remembered = present
  }

  /// What would be remembered of the present state.
  var present: Remembered {
    Remembered(
      choices: choices, theme: chosenTheme,
      glyphs: preferences.glyphs == suitableGlyphs ? nil : preferences.glyphs,
      place: awaitedPlace ?? place, views: views)
  }

  private var place: Remembered.Place {
    var screen = kind
    var user = team.isSelectionChosen ? team.selected : nil
    var compared: [UserNumber] = []
    var period: Period?
    switch screens.last {
    case .user(let seen): user = seen.user
    case .record(let seen): (user, period) = (seen.user, seen.period)
    case .compare(let seen): compared = seen.users
    case .conversations, .transcript:
      user = conversationsUser
      // From there they are a key away.
      if user != nil { screen = .user }
    default: break
    }
    guard let directory = snapshot?.directory else {
      return Remembered.Place(screen: screen, user: nil)
    }
    var place = Remembered.Place(screen: screen, user: user.map { directory[$0].id })
    place.compared = compared.map { directory[$0].id }
    place.period = period
    return place
  }

  /// Whose conversations the topmost list shows; nil for everyone's.
  private var conversationsUser: UserNumber? {
    for case .conversations(let screen) in screens.reversed() { return screen.user }
    return nil
  }

  /// Has what changed remembered; while something is being typed or picked it is not yet meant.
  mutating func rememberChanges() -> [Command] {
    guard remembers, overlay == nil else { return [] }
    let present = present
    guard present != account.remembered else { return [] }
    account.remembered = present
    return [.remember(present, account: account.key)]
  }

  /// Goes to where the user was the last time, as soon as the user that it was about is there.
  mutating func goToAwaitedPlace() {
    guard let place = awaitedPlace, let snapshot, team.board != nil else { return }
    let user = place.user.flatMap { snapshot.directory.number(of: $0) }
    guard user != nil || place.user == nil || !snapshot.isWorking else { return }
    awaitedPlace = nil
    if let user {
      team.selected = user
      team.isSelectionChosen = true
      keepSelectionVisible()
    }
    switch place.screen {
    case .user: if user != nil { open(.user) }
    case .record:
      guard let user else { break }
      screens.append(.user(UserScreen(user: user)))
      if let period = place.period { openRecord(of: user, period) }
    case .compare: compare(place.compared.compactMap(snapshot.directory.number))
    case .distribution, .attention, .accounts, .requests: open(place.screen)
    case .conversations, .transcript: if hasConversations { openConversations() }
    case .team, .help: break
    }
  }
}
