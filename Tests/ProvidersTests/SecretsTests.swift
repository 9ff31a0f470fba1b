import Testing

@testable import Providers

@Suite struct SecretsTests {
  @Test(arguments: [
    ("no secret", "no secret"), ("a sesame-street-5 b", "a … b"),
    ("cut off sesame-stre", "cut off …"), ("sesame-", "sesame-"), ("open", "open"),
    ("key ab and sesame-street-5sesame-street-5", "key … and ……"), ("", ""),
    ("é sesame-street-5 李", "é … 李"),
  ])
  func `a secret or the beginning of one gives way to an ellipsis`(text: String, shown: String) {
    #expect(Secrets(["sesame-street-5", "ab", ""]).hidden(in: text) == shown)
  }
}
