import Configuration
import Glibc
import Records
import Wire

/// The file of teams: a team and one of its users a line.
enum TeamFile {
  /// The teams of the file that `--teams` names, else of `teams.csv` in the folder of the
  /// configuration, which need not be there.
  static func read(
    _ invocation: Invocation, _ directories: Directories
  ) throws(Stop) -> TeamList {
    let usual = "\(directories.config)/teams.csv"
    guard let path = invocation[.teams] ?? (access(usual, F_OK) == 0 ? usual : nil) else {
      return TeamList()
    }
    do throws(ConfigurationError) {
      return try list(path)
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
