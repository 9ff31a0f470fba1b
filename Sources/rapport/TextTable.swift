import Canvas

/// Plain columns of text below their titles. On a terminal they are made to fit: titles are broken,
/// then texts are shortened, then columns are left out; anywhere else all is there in full.
struct TextTable {
  /// One column.
  struct Column {
    let title: String
    var alignment = Alignment.left
    /// How narrow the column may become; nil for one whose values are shown whole.
    var least: Int?
    /// Of the columns that may be left out the one with the highest rank goes first; 0 stays.
    var rank = 0
  }

  private let columns: [Column]
  private let rows: [[String]]

  /// A table of rows with a text for each column; remote text is made harmless.
  init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(\.harmless) }
  }

  /// Prints the table, and says on stderr which columns the terminal has no room for.
  func print() throws(Stop) {
    let layout = layout(within: Output.columns)
    try Output.write(text(layout))
    let titles = leftOut(layout)
    guard !titles.isEmpty else { return }
    Output.say("Left out for want of room: \(titles.joined(separator: ", ")); -o json has all.")
  }

  /// The lines in so many columns of a terminal; nil for as many as it takes.
  func text(within room: Int? = nil) -> String { text(layout(within: room)) }

  /// The titles of the columns that are not in these lines.
  func leftOut(within room: Int) -> [String] { leftOut(layout(within: room)) }
}

extension TextTable {
  private static let gap = 2

  /// A column that is shown, and how wide.
  private struct Place {
    let column: Int
    var width: Int
    /// The title, line by line.
    var title: [String]
  }

  private func layout(within room: Int?) -> [Place] {
    let whole = columns.indices.map { place($0, title: [columns[$0].title]) }
    guard let room, TextTable.width(whole) > room else { return whole }
    var places = columns.indices.map { place($0, title: columns[$0].title.brokenAtUnderscores) }
    while TextTable.width(shortest(places)) > room,
      let last = places.indices.filter({ rank(places[$0]) > 0 })
        .max(by: { rank(places[$0]) < rank(places[$1]) })
    {
      places.remove(at: last)
    }
    while TextTable.width(places) > room,
      let widest = places.indices.filter({ places[$0].width > least(places[$0]) })
        .max(by: { places[$0].width < places[$1].width })
    {
      places[widest].width -= 1
    }
    return places
  }

  private func place(_ column: Int, title: [String]) -> Place {
    let titleWidth = title.reduce(0) { max($0, $1.columns) }
    return Place(
      column: column, width: rows.reduce(titleWidth) { max($0, $1[column].columns) }, title: title)
  }

  private func rank(_ place: Place) -> Int { columns[place.column].rank }

  /// How narrow the column may become here.
  private func least(_ place: Place) -> Int {
    min(place.width, columns[place.column].least ?? place.width)
  }

  private func shortest(_ places: [Place]) -> [Place] {
    places.map { place in
      var place = place
      place.width = least(place)
      return place
    }
  }

  private static func width(_ places: [Place]) -> Int {
    places.reduce(0) { $0 + $1.width } + gap * max(0, places.count - 1)
  }

  private func leftOut(_ places: [Place]) -> [String] {
    let shown = Set(places.map(\.column))
    return columns.indices.filter { !shown.contains($0) }.map { columns[$0].title }
  }

  private func text(_ places: [Place]) -> String {
    let height = places.reduce(1) { max($0, $1.title.count) }
    // Titles stand on their last line.
    let header = (0..<height).map { line in
      places.map { place in
        let index = line - (height - place.title.count)
        return index < 0 ? "" : place.title[index]
      }
    }
    let body = rows.map { row in places.map { row[$0.column] } }
    return (header + body).map { cells in
      let line = zip(places, cells).map { place, cell in
        cell.padded(to: place.width, columns[place.column].alignment)
      }.joined(separator: String(repeating: " ", count: TextTable.gap))
      return line.trimmingSuffix(" ") + "\n"
    }.joined()
  }
}

extension String {
  /// The name in lines that end where it has an underscore.
  fileprivate var brokenAtUnderscores: [String] {
    let parts = split(separator: "_").map(String.init)
    return parts.dropLast().map { $0 + "_" } + parts.suffix(1)
  }

  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var rest = self[...]
    while rest.last == character { rest = rest.dropLast() }
    return rest
  }
}
