import Analytics
import Canvas
import Records

extension Model {
  /// Opens the record of the selected period of a user; by total the one period that there is.
  mutating func openRecord(on user: UserScreen) {
    let periods = team.trend?.periods ?? []
    let total = snapshot?.slots.first { $0.role == .total && $0.key.resource == choices.resource }
    let selected = periods.dropLast(user.cursor.selected).last
    guard let period = selected ?? total?.key.period else { return }
    openRecord(of: user.user, period)
  }

  /// Opens the record of a user for a period.
  mutating func openRecord(of user: UserNumber, _ period: Period) {
    var screen = RecordScreen(user: user, period: period, resource: choices.resource)
    screen.compare(in: slot(of: screen)?.window)
    screens.append(.record(screen))
  }

  /// The window of a record, there or not.
  func slot(of screen: RecordScreen) -> WindowSlot? {
    snapshot?.slots.first {
      $0.key.resource == screen.resource
        && ($0.window?.key.period ?? $0.key.period) == screen.period
    }
  }

  /// Brings the records on the stack up to date with a new snapshot.
  mutating func refreshRecords() {
    for index in screens.indices {
      guard case .record(var screen) = screens[index] else { continue }
      screen.compare(in: slot(of: screen)?.window)
      screens[index] = .record(screen)
    }
  }

  mutating func perform(_ action: Action, on screen: inout RecordScreen) -> [Command] {
    switch action {
    case .raw: return show(.raw, on: &screen)
    case .debug: return show(.debug, on: &screen)
    default: break
    }
    guard let form = screen.form else {
      if let step = action.matchStep {
        goToMatch(by: step, on: &screen)
      } else {
        move(action, on: &screen)
      }
      return []
    }
    guard var text = screen.texts[form] else { return [] }
    if let step = action.matchStep {
      goToMatch(
        in: text.lines.map(\.text), by: step, cursor: &text.cursor, visible: bodyRows)
    }
    switch action {
    case .nextColumn: text.scrollColumns(by: 8)
    case .previousColumn: text.scrollColumns(by: -8)
    default: text.cursor.scroll(action, count: text.lines.count, visible: bodyRows)
    }
    screen.texts[form] = text
    return []
  }

  private mutating func goToMatch(by step: Int, on screen: inout RecordScreen) {
    let lines = RecordLines(model: self, screen: screen)
    let texts = lines.layout(columns: size.columns).lines(lines.lines.map(\.fact)).map(\.text)
    goToMatch(in: texts, by: step, cursor: &screen.cursor, visible: bodyRows)
  }

  /// Selects among the lines that say something, headings and sentences aside.
  private func move(_ action: Action, on screen: inout RecordScreen) {
    let places = RecordLines(model: self, screen: screen).places(columns: size.columns)
    guard !places.isEmpty else { return }
    var cursor = ListCursor()
    cursor.selected = places.firstIndex { $0 >= screen.cursor.selected } ?? 0
    guard cursor.move(action, count: places.count, visible: bodyRows) else { return }
    let line = places[cursor.selected]
    screen.cursor.select(line, count: .max, visible: bodyRows)
    // The headings before the first field are as interesting as what is after the last one.
    if cursor.selected == 0 { screen.cursor.first = 0 }
  }

  /// Switches between the fields and one form of the provider's answer, which is asked for once.
  private mutating func show(_ form: RecordForm, on screen: inout RecordScreen) -> [Command] {
    screen.form = screen.form == form ? nil : form
    guard screen.form != nil, saved == nil else { return [] }
    if let state = screen.texts[form]?.state, !state.isFailure { return [] }
    return fetch(form, of: &screen)
  }

  private mutating func fetch(_ form: RecordForm, of screen: inout RecordScreen) -> [Command] {
    guard let directory = snapshot?.directory else { return [] }
    recordRequest += 1
    screen.texts[form] = RecordText(request: recordRequest, askedAt: uptime)
    let query = RecordQuery(
      account: account.key, resource: screen.resource, user: directory[screen.user].id,
      period: screen.period, form: form)
    return [.fetchRecord(query, request: recordRequest)]
  }

  /// Asks once more for the answer on screen, if one is.
  mutating func refreshRecordText() -> [Command] {
    guard case .record(var screen)? = screens.last, let form = screen.form else { return [] }
    let commands = fetch(form, of: &screen)
    screens[screens.count - 1] = .record(screen)
    return commands
  }

  /// Takes in the answer to a question for a record, wherever its screen is by now.
  mutating func take(_ answer: RecordAnswer, request: Int) {
    for index in screens.indices {
      guard case .record(var screen) = screens[index],
        let form = screen.texts.first(where: { $0.value.request == request })?.key
      else { continue }
      screen.texts[form]?.take(answer)
      screens[index] = .record(screen)
    }
  }

  /// When the question for the record on screen was asked, while it has no answer.
  var recordAskedAt: Int? {
    guard case .record(let screen)? = screens.last, let form = screen.form,
      case .asked(let time)? = screen.texts[form]?.state
    else { return nil }
    return time
  }
}

extension RecordLines {
  /// Where the lines are that can be selected.
  func places(columns: Int) -> [Int] {
    var places: [Int] = []
    var count = 0
    let layout = layout(columns: columns)
    for line in lines {
      if line.value != nil || line.name != nil { places.append(count) }
      count += layout.lines([line.fact]).count
    }
    return places
  }
}
