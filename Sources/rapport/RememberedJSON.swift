import Canvas
import Dashboard
import Wire

/// What is remembered as JSON. Reading leaves out what it does not know, or what cannot be.
enum RememberedJSON {
  static func write(_ remembered: Remembered, others: [SavedView], into json: inout JSONWriter) {
    json.beginObject()
    json.key("choices")
    ChoicesJSON.write(remembered.choices, into: &json)
    json.member("theme", remembered.theme)
    json.member("glyphs", remembered.glyphs?.rawValue)
    json.member("screen", remembered.place.screen.rawValue)
    json.member("user", remembered.place.user)
    json.key("views")
    json.beginArray()
    let names = Set(remembered.views.map(\.name))
    for view in others.filter({ !names.contains($0.name) }) + remembered.views {
      json.beginObject()
      json.member("name", view.name)
      json.key("choices")
      ChoicesJSON.write(view.choices, into: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  static func read(_ json: JSONValue) -> Remembered {
    let views = json["views"].map { Array($0.elements) } ?? []
    return Remembered(
      choices: ChoicesJSON.read(json["choices"]), theme: json["theme"]?.string,
      glyphs: json["glyphs"]?.value(),
      place: Remembered.Place(screen: json["screen"]?.value() ?? .team, user: json["user"]?.string),
      views: views.compactMap { view in
        view["name"]?.string.map {
          SavedView(name: $0, choices: ChoicesJSON.read(view["choices"]))
        }
      })
  }
}

extension JSONValue {
  /// The case whose raw value this is; nil for any other text.
  func value<Case: RawRepresentable>() -> Case? where Case.RawValue == String {
    string.flatMap(Case.init(rawValue:))
  }
}
