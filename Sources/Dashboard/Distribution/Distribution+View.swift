import Canvas

/// Draws the screen of a field's distribution over the team.
func drawDistribution(_ model: Model, _ screen: DistributionScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
}
