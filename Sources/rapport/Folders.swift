import Glibc

/// Makes a folder with those that it is in, where they are missing, for the user alone.
func makeFolders(_ folder: String) {
  guard !folder.isEmpty, access(folder, F_OK) != 0 else { return }
  makeFolders(parent(of: folder))
  mkdir(folder, 0o700)
}

/// The folder that a path is in; empty where it names none.
func parent(of path: String) -> String {
  path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
}
