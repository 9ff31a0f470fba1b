import Records
import Testing
import Wire

@Suite struct TrutoCapabilitiesTests {
  static let account = #""account":{"id":"a","status":"active","is_blocked":false}"#

  private func read(_ json: String) throws(WireError) -> AccountCapabilities {
    try TrutoCapabilities.read(Array(json.utf8))
  }

  @Test func `the documented shape is read`() throws {
    let capabilities = try read(
      """
      {"integration":{"id":"1","name":"gong","label":"Gong","category":"x"},"unified":[
      {"model":"conversational-intelligence","model_label":"C","resource":"users","description":null,
      "docs_url":"","methods":["list","get"],"env_overridden":false},
      {"model":"conversational-intelligence","resource":"activity","methods":["list"]},
      {"model":"conversational-intelligence","resource":"meetings","methods":["get"]},
      {"model":"crm","resource":"contacts","methods":["list"]}],
      "account":{"id":"a","status":"needs_reauth","authentication_method":"oauth2",
      "is_blocked":true}}
      """)
    #expect(capabilities.integration == "Gong")
    #expect(capabilities.status == "needs_reauth")
    #expect(capabilities.isBlocked)
    #expect(capabilities.listed == ["users", "activity"])
  }

  @Test(arguments: [
    "{\(account)}", "{\"result\":{\(account)}}", "{\"unified\":null,\"integration\":7,\(account)}",
    "{\"unified\":[7,{},{\"model\":\"conversational-intelligence\"}],\(account)}",
  ])
  func `what is left out or wrapped is no error`(json: String) throws {
    var expected = AccountCapabilities()
    expected.status = "active"
    #expect(try read(json) == expected)
  }

  @Test func `hostile words are made harmless`() throws {
    let capabilities = try read(
      #"{"account":{"status":"a\u001b[2J"},"integration":{"name":"x\u202ey"}}"#)
    #expect(capabilities.status == "a\u{FFFD}[2J")
    #expect(capabilities.integration == "xy")
  }

  @Test(arguments: ["[]", "{}", #"{"account":[]}"#, "<html></html>", ""])
  func `what is no account is an error`(json: String) {
    #expect(throws: WireError.self) { try read(json) }
  }

  @Test func `the account's id is escaped in the path`() {
    #expect(
      TrutoCapabilities.path(of: "a/b?c")
        == "/integrated-account/a%2Fb%3Fc/capabilities?type=unified")
  }
}
