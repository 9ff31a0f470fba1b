import Canvas
import Configuration
import DataCore
import Records

/// What the values of options mean, in every command that takes them.
extension Invocation {
  /// The seconds of an option whose value is a duration: `90s`, `30m`, `2h`, `1d`; nil without it.
  func seconds(_ option: Option) throws(Stop) -> Double? {
    guard let text = self[option] else { return nil }
    guard let seconds = Configuration.Duration.seconds(text) else {
      throw Stop(.usage, "“\(text)” is no duration: write 90s, 30m, 2h or 1d.")
    }
    return seconds
  }

  /// The rate that was asked for; nil leaves the account's own.
  var requestsPerSecond: Double? {
    get throws(Stop) {
      guard let text = self[.requestsPerSecond] else { return nil }
      guard let rate = Double(text), rate > 0, rate <= 1000 else {
        throw Stop(.usage, "“\(text)” requests a second make no sense: write a number above 0.")
      }
      return rate
    }
  }

  /// The range of `--range`, the one that the configuration says without it.
  var range: RangeChoice {
    get throws(Stop) {
      guard let text = self[.range] else { return settings.range }
      do throws(RangeError) {
        return try RangeChoice(text: text)
      } catch {
        throw Stop(.usage, error.sentence)
      }
    }
  }

  /// The zone of `--timezone`; nil without it.
  var zone: Zone? {
    get throws(Stop) {
      guard let name = self[.timezone] else { return nil }
      guard let zone = ZoneFiles.zone(named: name) else {
        throw Stop(
          .usage, "“\(name)” is no time zone of this system: write it as in Europe/Berlin or UTC.")
      }
      return zone
    }
  }

  /// The granularity of `--by`.
  var granularity: Granularity? {
    get throws(Stop) { try choice(.by) }
  }

  /// What `--refresh` has fetched again.
  var refresh: Refresh { has(.refresh) ? .unsettled : .stale }

  /// The numbers of the users of `--user`, by id or address, and of `--team`; nil for everyone.
  func chosenUsers(_ directory: Directory) throws(Stop) -> Set<UserNumber>? {
    let members = try chosenTeam(directory)?.members
    guard let names = userNames else { return members }
    var numbers: Set<UserNumber> = []
    for name in names { numbers.insert(try directory.user(named: name)) }
    return members.map(numbers.intersection) ?? numbers
  }

  /// The team of `--team`; nil without it.
  func chosenTeam(_ directory: Directory) throws(Stop) -> Team? {
    guard let name = self[.team] else { return nil }
    let teams = self.teams.teams(in: directory) + directory.teamsByManager
    if let team = teams.first(where: { $0.name == name }) { return team }
    let nearest = nearest(to: name, among: teams.map(\.name))
    let hint = teams.isEmpty ? "none is written down" : "the nearest is “\(nearest)”"
    throw Stop(.failed, "There is no team “\(name)”; \(hint).")
  }

  /// The ids and addresses of `--user`; nil when it is not there.
  var userNames: [String]? {
    values[.user]?.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

extension Directory {
  /// The user with this id or address.
  func user(named name: String) throws(Stop) -> UserNumber {
    guard let number = number(of: name) ?? numbersByAddress[name.lowercased()] else {
      throw Stop(
        .failed, "No user has the id or address “\(name)”; rapport users lists who there is.")
    }
    return number
  }
}
