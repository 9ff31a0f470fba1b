import Canvas
import Records

/// Names the groups of counters over their columns: once for each run of columns of one group.
func drawGroups(
  _ columns: [BoardColumn], _ layout: TableLayout, row: Int, theme: Theme, into frame: inout Frame
) {
  var runs: [(group: Counter.Group, start: Int, end: Int)] = []
  for place in layout.places {
    guard case .counter(let counter)? = columns[place.index].field else { continue }
    let end = place.column + place.columns
    if let last = runs.indices.last, runs[last].group == counter.group {
      runs[last].end = end
    } else {
      runs.append((counter.group, place.column, end))
    }
  }
  for run in runs {
    let width = run.end - run.start
    frame.put(
      run.group.rawValue.clipped(to: width).padded(to: width, .center),
      at: Point(column: run.start, row: row), style: theme[.muted])
  }
}
