import Canvas

/// Draws the screen of the log of requests.
func drawRequests(_ model: Model, _ screen: RequestsScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
}
