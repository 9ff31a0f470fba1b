import Canvas
import Dashboard
import Loop
import Records
import TestKit
import Testing

/// A designed frame for each state that data can be in.
@Suite struct StateFrameTests {
  private let size = Size(columns: 100, rows: 14)

  private func model(_ snapshot: (Query) -> Snapshot) -> Model {
    var model = Fixture.model(columns: size.columns, rows: size.rows)
    _ = model.start()
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot(model.query)))
    return model
  }

  @Test func `before the first answer nothing flashes`() {
    var model = Fixture.model(columns: size.columns, rows: size.rows)
    _ = model.start()
    expectGolden(DashboardProgram.view(model, size: size), named: "state-loading")
    var later = Fixture.moment
    later.uptime += 600
    _ = DashboardProgram.updateAtOnce(&model, .ticked(later))
    expectGolden(DashboardProgram.view(model, size: size), named: "state-loading-slowly")
  }

  @Test func `shorter periods stand in for the total until it lands`() {
    let model = model { query in
      Fixture.snapshot(query, isWorking: true) { $0.role != .total }
    }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-partial")
  }

  @Test func `offline data says how old it is`() {
    let model = model { Fixture.snapshot($0, isOffline: true) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-offline")
  }

  @Test func `an error is one line and the data stays`() {
    let failure = Failure(.credentials, "Truto refused the token: check TRUTO_API_TOKEN.")
    let model = model { Fixture.snapshot($0, failure: failure) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-failed-with-data")
  }

  @Test func `an error without data`() {
    let failure = Failure(.unreachable, "The host api.example.com cannot be reached.")
    let model = model { query in Fixture.snapshot(query, failure: failure) { _ in false } }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-failed")
  }

  @Test func `a long error without data is said whole`() {
    let failure = Failure(
      .credentials,
      "Gong refused the connection: reconnect the Gong account in Truto (The access token was revoked"
        + " on 20 November by an administrator).")
    let model = model { query in Snapshots.failed(query, failure) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-failed-long")
  }

  @Test func `data that should have been fetched again is called stale`() {
    let failure = Failure(.budget, "The 2000 requests of the day were sent.")
    var model = model { Fixture.snapshot($0, failure: failure) }
    var later = Fixture.moment
    later.wall += 5 * 3_600_000
    _ = DashboardProgram.updateAtOnce(&model, .ticked(later))
    expectGolden(DashboardProgram.view(model, size: size), named: "state-stale")
  }

  @Test func `a partial answer is called partial`() {
    let model = model { Snapshots.partial($0) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-partial-answer")
  }

  @Test func `what is not fetched for the background is said quietly`() {
    let model = model { Snapshots.withoutHistory($0) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-background-budget")
    let quiet = self.model { query in
      Snapshots.withoutHistory(query) { $0.role == .trend }
    }
    let text = DashboardProgram.view(quiet, size: size).text
    #expect(text.contains("1800 of today's 2000 requests are sent"))
    #expect(!text.contains("tries again"))
  }

  @Test func `records of other days than were asked for are counted`() {
    let model = model { Snapshots.partial($0, isPartial: false, ofOtherPeriods: 1) }
    let text = DashboardProgram.view(model, size: size).text
    #expect(text.contains("14 records of other days left out"))
  }

  @Test(arguments: ["user", "compare", "distribution", "attention"])
  func `no screen is blank without records`(screen: String) {
    var model = Fixture.loadedModel(columns: 60, rows: 14)
    Fixture.press(Self.keys[screen] ?? [], on: &model)
    Fixture.press(["["], on: &model)
    let failure = Failure(.unreachable, "The host api.example.com cannot be reached.")
    _ = DashboardProgram.updateAtOnce(
      &model,
      .snapshotArrived(request: model.request, Snapshots.failed(model.query, failure)))
    expectGolden(DashboardProgram.view(model, size: model.size), named: "state-none-\(screen)")
  }

  @Test func `periods of the trend are drawn while the total of the range is missing`() {
    var model = Fixture.loadedModel(columns: 60, rows: 24)
    Fixture.press([.enter, "["], on: &model)
    let snapshot = Fixture.snapshot(model.query, isOffline: true) {
      $0.role == .trend && $0.key.period.start < Day(number: 20_736)
    }
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot))
    expectGolden(DashboardProgram.view(model, size: model.size), named: "state-trend-only-user")
  }

  @Test(arguments: ["distribution", "attention"])
  func `no screen is blank before the first answer`(screen: String) {
    var model = Fixture.model(columns: 60, rows: 14)
    _ = model.start()
    Fixture.press(Self.keys[screen] ?? [], on: &model)
    var later = Fixture.moment
    later.uptime += 600
    _ = DashboardProgram.updateAtOnce(&model, .ticked(later))
    let text = DashboardProgram.view(model, size: model.size).text
    #expect(text.contains("Reading the cache …"))
  }

  private static let keys: [String: [Key]] = [
    "user": [.enter], "compare": [" ", " ", "c"], "distribution": ["D"], "attention": ["a"],
  ]

  @Test func `no records at all`() {
    let model = model { query in
      Snapshot(
        query: query, zone: .utc, directory: Fixture.directory, slots: [],
        progress: Progress(done: 4, total: 4))
    }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-empty")
  }
}

/// Snapshots in which something is missing.
private enum Snapshots {
  static func failed(_ query: Query, _ failure: Failure) -> Snapshot {
    Fixture.snapshot(query, failure: failure) { _ in false }
  }

  /// The budget left is kept for what is on screen; of that, too, only a part may be there.
  static func withoutHistory(
    _ query: Query, keeping isKept: (WindowSlot) -> Bool = { _ in true }
  ) -> Snapshot {
    let known = Fixture.snapshot(query) { $0.role != .history && isKept($0) }
    return Snapshot(
      query: query, zone: known.zone, directory: known.directory, slots: known.slots,
      progress: known.progress, sent: known.sent,
      backgroundFailure: Failure(
        .budget,
        "1800 of today's 2000 requests are sent: the rest is kept for what is on screen."))
  }

  /// The provider did not have everything, or sent records of other periods in each window.
  static func partial(
    _ query: Query, isPartial: Bool = true, ofOtherPeriods: Int = 0
  ) -> Snapshot {
    let whole = Fixture.snapshot(query)
    let slots = whole.slots.map { slot in
      let window = slot.window.map {
        Window(
          key: $0.key, table: $0.table, fetchedAt: $0.fetchedAt, isPartial: isPartial,
          ofOtherPeriods: ofOtherPeriods)
      }
      return WindowSlot(
        key: slot.key, role: slot.role, isBackground: slot.isBackground, window: window,
        state: slot.state)
    }
    return Snapshot(
      query: query, zone: whole.zone, directory: whole.directory, slots: slots,
      progress: whole.progress, sent: whole.sent)
  }
}
