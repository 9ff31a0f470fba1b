extension Model {
  mutating func perform(_ action: Action, on screen: inout AttentionScreen) -> [Command] {
    []
  }
}
