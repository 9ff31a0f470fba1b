import Canvas

/// Draws the screen of what needs attention.
func drawAttention(_ model: Model, _ screen: AttentionScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
}
