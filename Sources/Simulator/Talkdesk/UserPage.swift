import Records
import Wire

/// A page of Talkdesk's list of users: the whole team, with the names that conversations may lack.
struct UserPage {
  private static let names: Set<String> = ["page", "per_page"]
  private let users: ArraySlice<SimulatedUser>
  private let number: Int
  private let size: Int
  private let total: Int

  /// Reads the parameters of a request, as strictly as the documentation allows: pages count from 1,
  /// and have 20 users unless up to 200 are asked for.
  init(
    _ team: SimulatedTeam, _ parameters: [SimulatedRequest.Parameter]
  ) throws(TalkdeskRefusal) {
    if let odd = parameters.first(where: { !UserPage.names.contains($0.name) }) {
      throw .query(odd.name, "is not a parameter of this list.")
    }
    number = try UserPage.count("page", parameters, in: 1...Int(Int32.max)) ?? 1
    size = try UserPage.count("per_page", parameters, in: 1...200) ?? 20
    total = team.users.count
    let start = min((number - 1) * size, total)
    users = team.users[start..<min(start + size, total)]
  }

  private static func count(
    _ name: String, _ parameters: [SimulatedRequest.Parameter], in range: ClosedRange<Int>
  ) throws(TalkdeskRefusal) -> Int? {
    guard let text = parameters.first(where: { $0.name == name })?.value else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw .query(name, "is “\(text)”, not from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }

  var body: [UInt8] {
    let pages = (total + size - 1) / size
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in [
      ("count", users.count), ("page", number), ("per_page", size), ("total_pages", pages),
    ] {
      json.member(key, value)
    }
    json.key("_embedded")
    json.beginObject()
    json.key("users")
    json.beginArray()
    for user in users.map(\.user) {
      json.beginObject()
      json.member("id", user.id)
      json.member("name", user.name)
      json.member("email", user.email)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.key("_links")
    json.beginObject()
    if number < pages {
      json.key("next")
      json.beginObject()
      json.member("href", "\(TalkdeskAPI.usersPath)?page=\(number + 1)&per_page=\(size)")
      json.endObject()
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }
}
