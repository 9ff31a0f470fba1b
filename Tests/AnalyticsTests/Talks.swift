import Analytics
import Records

/// A message of a call, heard from one second of the recording to another.
func said(
  _ participant: String?, _ start: Double?, _ end: Double?, _ text: String? = "Yes.",
  by agent: String? = nil, in recording: Int? = 0, channel: String? = "VOICE",
  sentiment: String? = nil
) -> ConversationMessage {
  ConversationMessage(
    text: text, channel: channel, participant: participant, sentiment: sentiment,
    startTime: start.map(Number.decimal), endTime: end.map(Number.decimal),
    recordingIndex: recording, agentID: agent)
}

/// A conversation of eight minutes, of the agents with these ids.
func talk(_ messages: [ConversationMessage], agents: [String] = ["ana"]) -> Conversation {
  Conversation(
    id: "c", startedAt: "2026-11-02T09:00:00.000000Z", endedAt: "2026-11-02T09:08:00.500000Z",
    direction: "OUT", messages: messages, agents: agents.map { ConversationAgent(id: $0) })
}

extension ConversationMetrics {
  /// A metric of an agent.
  func value(_ metric: Metric, of agent: String = "ana") -> Double? {
    agents.first { $0.agent.id == agent }?[.metric(metric)]
  }

  /// A measure of an agent.
  func value(_ measure: ConversationMeasure, of agent: String = "ana") -> Double? {
    agents.first { $0.agent.id == agent }?[.additional(measure.rawValue)]
  }

  /// Which of the five metrics an agent has.
  func metrics(of agent: String = "ana") -> [Metric] {
    Metric.allCases.filter { value($0, of: agent) != nil }
  }
}

func derived(
  _ messages: [ConversationMessage], agents: [String] = ["ana"],
  speakers: SpeakerTable = .standard
) -> ConversationMetrics {
  ConversationMetrics(talk(messages, agents: agents), speakers: speakers)
}
