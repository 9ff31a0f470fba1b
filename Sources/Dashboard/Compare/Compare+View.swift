import Canvas

/// Draws the screen that compares users.
func drawCompare(_ model: Model, _ screen: CompareScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
}
