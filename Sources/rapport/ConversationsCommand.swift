import DataCore
import Records
import Wire

/// How conversations are printed.
enum ConversationFormat: String, CaseIterable {
  case table, json, ndjson, csv
  /// What was said, to be read.
  case text

  /// The format of `-o`: without it a table on a terminal, and a conversation a line into a pipe; one
  /// that is named is to be read on a terminal.
  init(_ invocation: Invocation) throws(Stop) {
    let usual: ConversationFormat =
      !Output.isTerminal ? .ndjson : invocation.has(.conversation) ? .text : .table
    self = try invocation.choice(.output) ?? usual
  }
}

/// `rapport conversations`: the conversations of a Talkdesk account on stdout, the newest first, words
/// about them on stderr.
struct ConversationsCommand {
  private let invocation: Invocation
  private let connection: Connection
  private let format: ConversationFormat

  init(_ invocation: Invocation, _ connection: Connection) throws(Stop) {
    self.invocation = invocation
    self.connection = connection
    format = try ConversationFormat(invocation)
  }

  /// Waits for the windows that the conversations come from, and prints them.
  func run() async throws(Stop) -> ExitCode {
    guard connection.core.hasConversations else {
      throw Stop(
        .usage,
        "The account “\(connection.setup.name)” has no conversations, only records: name one of"
          + " Talkdesk with --account NAME.")
    }
    let today = connection.today
    let query = ConversationQuery(
      account: connection.account, days: try invocation.range.span(today: today), today: today)
    let lists = await connection.core.watchConversations(
      query, limit: .max, refreshing: invocation.refresh)
    let meter = Meter()
    let last = try await invocation.last(
      of: lists, connection, meter: meter, isWorking: \.isWorking, show: { meter.show($0.progress) }
    )
    guard let last else { return .failed }
    let users = try invocation.chosenUsers(last.directory)
    let id = invocation[.conversation]
    let chosen = last.conversations.filter { conversation in
      (id == nil || conversation.id == id)
        && users.map { users in conversation.agents.contains { users.contains($0.user) } } ?? true
    }
    if let id, chosen.isEmpty, last.failure == nil, !last.isWorking {
      throw Stop(
        .failed, "No conversation of the range has the id “\(id)”: choose the range that it is in.")
    }
    try await print(chosen, last)
    return report(last)
  }

  private func print(
    _ conversations: [ConversationSummary], _ list: ConversationList
  ) async throws(Stop) {
    let directory = list.directory
    switch format {
    case .table:
      try ConversationTable.of(conversations, directory, zone: list.zone).print()
    case .csv:
      try Output.write(ConversationCSV.header)
      try await each(conversations) { transcript, _ in
        Array(ConversationCSV.line(transcript, directory).utf8)
      }
    case .ndjson:
      try await each(conversations) { transcript, _ in
        var json = JSONWriter()
        ConversationJSON.write(transcript, directory, to: &json)
        json.newline()
        return json.bytes
      }
    case .json:
      try Output.write("[")
      try await each(conversations) { transcript, isFirst in
        var json = JSONWriter()
        ConversationJSON.write(transcript, directory, to: &json)
        return (isFirst ? [] : [UInt8(ascii: ",")]) + json.bytes
      }
      try Output.write("]\n")
    case .text:
      try await each(conversations) { transcript, isFirst in
        let text = TranscriptText(transcript, directory, zone: list.zone).text
        return Array((isFirst ? text : "\n" + text).utf8)
      }
    }
  }

  /// Writes conversations one by one as they are read: with their messages they need not fit in
  /// memory.
  private func each(
    _ conversations: [ConversationSummary], _ bytes: (Transcript, _ isFirst: Bool) -> [UInt8]
  ) async throws(Stop) {
    var isFirst = true
    var buffer: [UInt8] = []
    for conversation in conversations {
      let transcript: Transcript
      switch await connection.core.transcript(conversation.number) {
      case .success(let found): transcript = found
      case .failure(let failure) where failure.kind == .notFound:
        throw Stop(
          .incomplete, "Conversations were fetched again while they were printed: print them again."
        )
      case .failure(let failure):
        throw Stop(ExitCode(failure, hasSomething: true), failure.sentence)
      }
      buffer += bytes(transcript, isFirst)
      isFirst = false
      if buffer.count > 65_536 {
        try Output.write(buffer)
        buffer = []
      }
    }
    try Output.write(buffer)
  }

  /// Says on stderr what is missing or old.
  private func report(_ list: ConversationList) -> ExitCode {
    let missing = list.progress.total - list.progress.done
    if let failure = list.failure { Output.say(failure.sentence) }
    if missing > 0, list.failure == nil || list.oldest != nil {
      Output.say(
        "\(missing) of \(list.progress.total) weeks are missing, or older than asked for.")
    }
    if let failure = list.failure { return ExitCode(failure, hasSomething: list.oldest != nil) }
    guard missing > 0 || list.isWorking else { return .fine }
    return list.oldest == nil ? .unreachable : .incomplete
  }
}
