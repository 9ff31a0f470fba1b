import Canvas

/// Draws the screen of the accounts.
func drawAccounts(_ model: Model, _ screen: AccountsScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
}
