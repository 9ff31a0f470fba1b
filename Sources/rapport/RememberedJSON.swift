import Canvas
import Dashboard
import Records
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
    write(remembered.place, into: &json)
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

  /// What the place is about besides a user, where it is.
  private static func write(_ place: Remembered.Place, into json: inout JSONWriter) {
    if !place.compared.isEmpty {
      json.key("compared")
      json.beginArray()
      for id in place.compared { json.string(id) }
      json.endArray()
    }
    if let period = place.period {
      json.key("period")
      json.beginObject()
      json.member("by", period.granularity.rawValue)
      json.member("start", period.start.text)
      json.member("end", period.end.text)
      json.endObject()
    }
  }

  private static func place(_ json: JSONValue) -> Remembered.Place {
    var place = Remembered.Place(
      screen: json["screen"]?.value() ?? .team, user: json["user"]?.string)
    place.compared = json["compared"]?.elements.compactMap(\.string) ?? []
    if let period = json["period"], let granularity: Granularity = period["by"]?.value(),
      let start = period["start"]?.string.flatMap({ Day(text: $0) }),
      let end = period["end"]?.string.flatMap({ Day(text: $0) }), start < end
    {
      place.period = Period(granularity, DaySpan(start, end))
    }
    return place
  }

  static func read(_ json: JSONValue) -> Remembered {
    let views = json["views"].map { Array($0.elements) } ?? []
    return Remembered(
      choices: ChoicesJSON.read(json["choices"]), theme: json["theme"]?.string,
      glyphs: json["glyphs"]?.value(),
      place: place(json),
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
