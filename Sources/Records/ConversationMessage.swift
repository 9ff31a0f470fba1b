/// A piece of a conversation: what one participant said or wrote at a time.
package struct ConversationMessage: Equatable, Sendable {
  /// What the provider takes the participant to want.
  package struct Intent: Equatable, Sendable {
    /// The provider's name for it.
    package let name: String
    /// How sure the provider is, from 0 to 1.
    package let confidence: Number?
    /// Whether it was chosen because nothing fitted.
    package let isFallback: Bool?

    /// An intent under the provider's name for it.
    package init(name: String, confidence: Number? = nil, isFallback: Bool? = nil) {
      self.name = name
      self.confidence = confidence
      self.isFallback = isFallback
    }
  }

  /// The provider's id of the message.
  package var id: String?
  /// The words.
  package var text: String?
  /// `VOICE`, `WEBCHAT`, `CHAT`, `SMS`, `DIGITAL_CONNECT`, and whatever else the provider says.
  package var channel: String?
  /// Who spoke as the provider says it, as in `USER`; a `SpeakerTable` knows which side that is.
  package var participant: String?
  /// `POSITIVE`, and whatever else the provider says.
  package var sentiment: String?
  /// What the participant wants, if the provider found an intent.
  package var intent: Intent?
  /// Seconds from the beginning of the recording to the first word.
  package var startTime: Number?
  /// Seconds from the beginning of the recording to the end of the last word.
  package var endTime: Number?
  /// `POST_CALL`, and whatever else the provider says.
  package var transcriptionType: String?
  /// `STT`, `DCE` or `VA`: which part of the provider's system wrote the message.
  package var sourceSystem: String?
  /// The provider's id of the recording.
  package var recordingID: String?
  /// Which of the conversation's recordings it is in, counted from 0.
  package var recordingIndex: Int?
  /// Its place among the messages, counted by the provider.
  package var index: Int?
  /// The instant of the first word, as the provider wrote it.
  package var startedAt: String?
  /// The agent whom the provider gives the message to.
  package var agentID: String?
  /// That agent's name.
  package var agentName: String?

  /// A message of which anything may be unknown.
  package init(
    id: String? = nil, text: String? = nil, channel: String? = nil, participant: String? = nil,
    sentiment: String? = nil, intent: Intent? = nil, startTime: Number? = nil,
    endTime: Number? = nil, transcriptionType: String? = nil, sourceSystem: String? = nil,
    recordingID: String? = nil, recordingIndex: Int? = nil, index: Int? = nil,
    startedAt: String? = nil, agentID: String? = nil, agentName: String? = nil
  ) {
    self.id = id
    self.text = text
    self.channel = channel
    self.participant = participant
    self.sentiment = sentiment
    self.intent = intent
    self.startTime = startTime
    self.endTime = endTime
    self.transcriptionType = transcriptionType
    self.sourceSystem = sourceSystem
    self.recordingID = recordingID
    self.recordingIndex = recordingIndex
    self.index = index
    self.startedAt = startedAt
    self.agentID = agentID
    self.agentName = agentName
  }
}
