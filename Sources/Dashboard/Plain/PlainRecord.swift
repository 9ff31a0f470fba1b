import Canvas
import Records

/// A record: its fields, or the provider's own answer line by line.
func plainRecord(_ model: Model, _ screen: RecordScreen) -> PlainBody {
  if let form = screen.form { return plainAnswer(model, screen.texts[form]) }
  let record = RecordLines(model: model, screen: screen)
  let selected = record.selected(screen.cursor.selected, columns: model.size.columns)?.line
  let numbers = record.numbers
  var body = PlainBody()
  for line in record.lines {
    let words = line.name.flatMap { numbers[$0] } ?? line.fact.plain
    // What only heads the columns of a table says nothing in a sentence of its own.
    if case .line = line.fact, line.name == nil { continue }
    guard let words else { continue }
    if let selected, selected.name == line.name, selected.value == line.value, body.place == nil,
      line.name != nil || line.value != nil
    {
      body.place = body.list.count
      body.selected = ["Selected: \(words)"] + (line.name.map { ["In the API: \($0)"] } ?? [])
    }
    body.list.append(words)
  }
  return body
}

/// The provider's answer, or how far the question for it has come.
private func plainAnswer(_ model: Model, _ text: RecordText?) -> PlainBody {
  switch text?.state {
  case nil:
    PlainBody(
      list: model.saved == nil
        ? [] : ["These records were read from a file: there is no provider to ask for this one."])
  case .asked: PlainBody(list: ["Asking the provider for this one record …"])
  case .failed(let failure): PlainBody(list: [failure.sentence])
  case .arrived(let lines): PlainBody(list: lines.map(\.text), place: text?.cursor.first)
  }
}

extension RecordLines {
  /// Each number of the record in words, by its name in the API.
  fileprivate var numbers: [String: String] {
    guard let record else { return [:] }
    let words = PlainWords(model: model)
    let fields = record.resource.fields + record.additional.map { .additional($0.name) }
    return Dictionary(
      fields.map { field in
        var parts = [words.fact(record[field]?.double, field, hasFewCalls: false)]
        if let number = record[field] { parts.append("as received \(NumberText.exact(number))") }
        if let standing = screen.standings[field] {
          parts.append("team median \(words.value(standing.median, field))")
          if let rank = standing.rank { parts.append("rank \(rank) of \(standing.count)") }
        }
        return (field.name, parts.joined(separator: ", "))
      }, uniquingKeysWith: { $1 })
  }
}
