import Testing
import Wire

@Suite struct LiveParametersTests {
  struct Case: Sendable {
    let expected: String
    let change: @Sendable (inout LiveParameters) -> Void

    init(_ expected: String, _ change: @escaping @Sendable (inout LiveParameters) -> Void) {
      self.expected = expected
      self.change = change
    }
  }

  @Test(arguments: [
    Case("") { _ in },
    Case("&truto_response_format=debug") { $0.format = .debug },
    Case("&truto_response_format=normalized") { $0.format = .normalized },
    Case("&truto_key_by=user.id") { $0.keyBy = "user.id" },
    Case("&truto_ignore_limit=true") { $0.ignoresLimit = true },
    Case("&truto_ignore_remote_data=true") { $0.ignoresRemoteData = true },
    Case("&truto_exclude_fields%5B%5D=id&truto_exclude_fields%5B%5D=na%26me") {
      $0.excludedFields = ["id", "na&me"]
    },
    Case("&remote_query%5Bfoo%5D=bar&remote_query%5Ba%5D%5Bb%5D=1%2B1") {
      $0.remoteQuery = ["foo=bar", "a.b=1+1"].compactMap(RemoteParameter.init)
    },
    Case("&truto_skip_api_call=true") { $0.skipsCall = true },
    Case("&limit=25") { $0.limit = 25 },
    Case("&next_cursor=p%2B2%2Fx%3D%3D") { $0.cursor = "p+2/x==" },
    Case("&users%5B0%5D%5Bid%5D=17&users%5B1%5D%5Bid%5D=99999999999999999999") {
      $0.users = ["17", "99999999999999999999"]
    },
    Case("&users%5B0%5D%5Bid%5D=1&truto_response_format=raw&limit=2&next_cursor=c") {
      $0.cursor = "c"
      $0.limit = 2
      $0.users = ["1"]
      $0.format = .raw
    },
  ])
  func `what is said is sent in the documented form, and nothing else`(of parameters: Case) {
    var live = LiveParameters()
    parameters.change(&live)
    var query = TrutoQuery(integratedAccount: "x")
    query.add(live)
    #expect(query.text == "integrated_account_id=x\(parameters.expected)")
  }

  @Test(arguments: [
    ("a=1", ["a"], "1"), ("a=", ["a"], ""), ("a=b=c", ["a"], "b=c"), ("a.b=1", ["a", "b"], "1"),
    ("a[b]=1", ["a", "b"], "1"), ("a.b[c][d]=1", ["a", "b", "c", "d"], "1"),
    ("a[b.c]=1", ["a", "b.c"], "1"), ("[a.b]=1", ["a.b"], "1"), ("a[]=1", ["a", ""], "1"),
    ("größe=å", ["größe"], "å"),
  ])
  func `a parameter for the provider is a path and a value`(
    text: String, keys: [String], value: String
  ) throws {
    let parameter = try #require(RemoteParameter(text))
    #expect(parameter.keys == keys)
    #expect(parameter.value == value)
  }

  @Test(arguments: [
    "a", "", "=", "=1", ".a=1", "a.=1", "a..b=1", "a[b=1", "a]=1", "a[b]c=1", "a[[b]]=1", "[]=1",
    "a[][b]=1", "[=1",
  ])
  func `what is no path is refused`(text: String) {
    #expect(RemoteParameter(text) == nil)
  }
}
