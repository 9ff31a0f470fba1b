import Analytics
import Canvas
import Records

extension Model {
  /// The conversations on screen.
  package var conversationsScreen: ConversationsScreen? {
    if case .conversations(let screen)? = screens.last { screen } else { nil }
  }

  /// How many conversations are seen at once.
  var conversationRows: Int { max(1, Table.visibleRows(height: bodyRows)) }

  /// Opens the conversations of a user or of everyone, in a period or in the range.
  mutating func openConversations(of user: UserNumber? = nil, period: Period? = nil) {
    guard hasConversations else {
      notice = "Only accounts of Talkdesk have conversations; this one has records alone."
      return
    }
    screens.append(.conversations(ConversationsScreen(user: user, period: period)))
  }

  /// Opens the conversations that the screen on which the key was pressed is about, or leaves them.
  mutating func toggleConversations() {
    switch screens.last {
    case .conversations: screens.removeLast()
    case .user(let screen): openConversations(of: screen.user)
    case .record(let screen): openConversations(of: screen.user, period: screen.period)
    default: openConversations()
    }
  }

  /// Opens those of the period that is selected on a user's screen, or of the range without one.
  mutating func openConversations(on screen: UserScreen) {
    let periods = team.trend?.periods ?? []
    openConversations(of: screen.user, period: periods.dropLast(screen.cursor.selected).last)
  }

  mutating func perform(_ action: Action, on screen: inout ConversationsScreen) -> [Command] {
    var cursor = screen.cursor
    if cursor.move(action, count: screen.order.count, visible: conversationRows) {
      screen.cursor = cursor
      return []
    }
    switch action {
    case .nextColumn: chooseConversationColumn(by: 1)
    case .previousColumn: chooseConversationColumn(by: -1)
    case .sort: sortConversations(by: choices.conversations.chosen)
    case .reverseSort: choices.conversations.isDescending.toggle()
    case .open:
      return screen.selected.map { openTranscript(of: $0, user: screen.user) } ?? []
    default: break
    }
    return []
  }

  private mutating func chooseConversationColumn(by steps: Int) {
    let all = ConversationColumn.all
    let place = all.firstIndex(of: choices.conversations.chosen) ?? 0
    choices.conversations.chosen = all[min(max(place + steps, 0), all.count - 1)]
  }

  /// Sorts by a column, or the other way round where that is the order already.
  mutating func sortConversations(by column: ConversationColumn) {
    let isSame = choices.conversations.sorted == column
    choices.conversations.isDescending =
      isSame ? !choices.conversations.isDescending : column.beginsHigh
    choices.conversations.sorted = column
    choices.conversations.chosen = column
  }

  /// What the topmost list of conversations is to show, whatever lies over it; nil without one.
  private var conversationQuery: ConversationQuery? {
    guard hasConversations, let snapshot else { return nil }
    for case .conversations(let screen) in screens.reversed() {
      return ConversationQuery(
        account: account.key, days: days(of: screen),
        user: screen.user.map { snapshot.directory[$0].id }, today: today)
    }
    return nil
  }

  /// The days whose conversations a screen lists.
  func days(of screen: ConversationsScreen) -> DaySpan {
    screen.period?.days ?? choices.range.span(today: today)
  }

  /// Has what is listed watched: something else once the days or the user are others, nothing once
  /// no screen lists any.
  mutating func watchConversations() -> [Command] {
    let query = conversationQuery
    guard query != conversationQuestion else { return [] }
    conversationQuestion = query
    conversationRequest += 1
    conversationsAskedAt = query == nil ? nil : uptime
    return [.watchConversations(query, request: conversationRequest)]
  }

  /// Takes in what there is for the topmost list.
  mutating func take(_ list: ConversationList, request: Int) {
    guard request == conversationRequest,
      let place = screens.lastIndex(where: { $0.kind == .conversations }),
      case .conversations(var screen) = screens[place]
    else { return }
    conversationsAskedAt = nil
    screen.take(list, arrangement: arrangement(of: screen), visible: conversationRows)
    screens[place] = .conversations(screen)
  }

  private func arrangement(of screen: ConversationsScreen) -> ConversationsScreen.Arrangement {
    ConversationsScreen.Arrangement(
      filter: screen.filter, members: screen.user == nil ? members : nil,
      sorted: choices.conversations.sorted, isDescending: choices.conversations.isDescending)
  }

  /// Puts what is on screen in order where something that decides the order has changed.
  mutating func arrangeConversations() {
    guard case .conversations(var screen)? = screens.last else { return }
    let arrangement = arrangement(of: screen)
    guard screen.arrangement != arrangement else { return }
    screen.arrange(by: arrangement, visible: conversationRows)
    screens[screens.count - 1] = .conversations(screen)
  }

  /// Keeps the selected row in sight when the terminal has another size.
  mutating func keepConversationVisible() {
    guard case .conversations(var screen)? = screens.last else { return }
    screen.cursor.select(
      screen.cursor.selected, count: screen.order.count, visible: conversationRows)
    screens[screens.count - 1] = .conversations(screen)
  }
}
