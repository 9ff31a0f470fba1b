import Canvas
import Records

/// The table of conversations: what stands in its columns.
struct ConversationTable {
  private let model: Model
  private let screen: ConversationsScreen
  private let list: ConversationList
  private let reader: ConversationReader

  /// The columns of a bar of sentiments.
  private static let sentimentColumns = 9

  init(_ model: Model, _ screen: ConversationsScreen, _ list: ConversationList) {
    self.model = model
    self.screen = screen
    self.list = list
    reader = ConversationReader(user: screen.user, directory: list.directory)
  }

  func table(width: Int) -> Table {
    let columns = ConversationColumn.all
    var table = Table(columns: columns.map(header), count: screen.order.count) { row in
      guard let conversation = screen.conversation(row) else { return [] }
      return columns.map { cell($0, conversation) }
    }
    table.show(screen.cursor, width: width)
    table.skippedColumns = table.skipToShow(
      columns.firstIndex(of: model.choices.conversations.chosen) ?? 0, width: width)
    return table
  }

  private func header(_ column: ConversationColumn) -> TableColumn {
    var header =
      switch column {
      case .time: TableColumn("Time", minimum: 12)
      case .agents: TableColumn("Agent", minimum: 13, maximum: 26)
      case .direction: TableColumn("Dir.", minimum: 4)
      case .channel: TableColumn("Channel", minimum: 7, maximum: 16)
      case .length: TableColumn("Length", .right, minimum: 7)
      case .sentiment: TableColumn("Sentiment", minimum: ConversationTable.sentimentColumns)
      case .intents: TableColumn("Intents", minimum: 13, maximum: 26)
      case .metric(let metric):
        TableColumn(
          metric.heading, .right, minimum: model.unit(of: .metric(metric)) == .perMinute ? 9 : 8)
      case .ringGroups: TableColumn("Ring groups", minimum: 11, maximum: 32)
      case .customer: TableColumn("Customer", minimum: 12, maximum: 40)
      }
    let choices = model.choices.conversations
    if column == choices.sorted { header.order = choices.isDescending ? .descending : .ascending }
    header.isChosen = column == choices.chosen
    return header
  }

  private func cell(_ column: ConversationColumn, _ conversation: ConversationSummary) -> Line {
    let theme = model.preferences.theme
    let absent = Line(NumberText.absent, theme[.muted])
    switch column {
    case .time:
      return conversation.startedAt.map {
        Line(DateText.minute($0, zone: list.zone, today: model.calendarDay))
      } ?? absent
    case .length:
      return conversation.seconds.map { Line(NumberText.value($0, .duration)) } ?? absent
    case .sentiment:
      return reader.sentiment(of: conversation)?
        .bar(columns: ConversationTable.sentimentColumns, theme: theme) ?? absent
    case .metric(let metric):
      guard let value = reader.value(.metric(metric), of: conversation) else { return absent }
      return Line(NumberText.value(value, model.unit(of: .metric(metric))))
    case .agents, .direction, .channel, .intents, .ringGroups, .customer:
      let texts = reader.texts(column, of: conversation)
      return texts.isEmpty ? absent : Line(texts.joined(separator: ", "))
    }
  }
}
