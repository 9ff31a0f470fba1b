import Configuration
import Glibc
import Records
import Wire

/// The file of teams: a team and one of its users a line.
enum TeamFile {
  /// The teams of the file that `--teams` names; else those of the configuration, of the file that
  /// it names, and of `teams.csv` in its folder, which need not be there.
  static func read(
    _ invocation: Invocation, _ directories: Directories
  ) throws(Stop) -> TeamList {
    do throws(ConfigurationError) {
      if let path = invocation[.teams] { return try list(path) }
      let teams = invocation.settings.teams
      let usual = "\(directories.config)/teams.csv"
      let entries = teams.users.flatMap { team in
        team.value.map { TeamList.Entry(team: team.name, user: $0) }
      }
      let files = [teams.file, access(usual, F_OK) == 0 ? usual : nil].compactMap(\.self)
      var list = TeamList(entries)
      for path in Set(files).sorted() { list = list + (try self.list(path)) }
      return list
    } catch {
      throw Stop(.configuration, error.description)
    }
  }

  /// The teams of one file.
  static func list(_ path: String) throws(ConfigurationError) -> TeamList {
    let text = try TextFile.bytes(of: path)
    do throws(TeamListError) {
      return try TeamList(csv: text)
    } catch {
      throw ConfigurationError(file: path, line: error.line, error.sentence)
    }
  }
}
