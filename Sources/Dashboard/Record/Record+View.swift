import Canvas

/// Draws the screen of one record.
func drawRecord(_ model: Model, _ screen: RecordScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
}
