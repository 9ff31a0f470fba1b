import Testing

@testable import Configuration

struct DirectoriesTests {
  @Test func `the folders are where XDG says, or under the home folder`() throws {
    let home = try Directories(environment: ["HOME": "/home/ana/"])
    #expect(home.config == "/home/ana/.config/rapport")
    #expect(home.cache == "/home/ana/.cache/rapport")
    #expect(home.state == "/home/ana/.local/state/rapport")
    let named = try Directories(environment: [
      "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/d/", "XDG_STATE_HOME": "/",
    ])
    #expect(named.config == "/c/rapport")
    #expect(named.cache == "/d/rapport")
    #expect(named.state == "/rapport")
  }

  @Test(arguments: ["", "relative", "~/x", "./x"])
  func `a path that is not absolute is ignored`(_ path: String) throws {
    let environment = ["HOME": "/home/ana", "XDG_CONFIG_HOME": path]
    #expect(try Directories(environment: environment).config == "/home/ana/.config/rapport")
  }

  @Test(arguments: [[:], ["HOME": "ana"], ["HOME": "", "XDG_CONFIG_HOME": ""]])
  func `without a home folder the error says which variables to set`(
    environment: [String: String]
  ) {
    #expect(
      throws: ConfigurationError(
        "There is no home folder; set HOME or XDG_CONFIG_HOME to an absolute path.")
    ) { try Directories(environment: environment) }
  }
}
