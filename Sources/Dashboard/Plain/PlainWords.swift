import Analytics
import Canvas
import Records

/// Numbers in words, without signs and colours.
struct PlainWords {
  let model: Model

  /// A number with its unit; what is absent is said.
  func value(_ value: Double?, _ field: Field) -> String {
    value == nil ? "no value" : NumberText.value(value, model.unit(of: field))
  }

  /// A difference with its sign and unit.
  func difference(_ difference: Double, _ field: Field) -> String {
    let unit = model.unit(of: field)
    let sign = unit == .seconds ? " s" : unit == .share ? " %" : ""
    return NumberText.change(difference, unit) + sign
  }

  /// `patience 1.12 s, above target, changed +0.21 s`.
  func fact(_ headline: Headline, _ field: Field, hasFewCalls: Bool = false) -> String {
    "\(field.title.lowercased()) \(judged(headline, field, hasFewCalls: hasFewCalls))"
  }

  /// The same without the field's name.
  func judged(_ headline: Headline, _ field: Field, hasFewCalls: Bool = false) -> String {
    let about = headline.value != nil && headline.isApproximate ? "about " : ""
    var parts = [about + value(headline.value, field)]
    if headline.isUnweighted { parts.append("not weighted by calls") }
    if let state = headline.target { parts.append("\(name(of: state)) target") }
    if let change = headline.change {
      let few = headline.changeHasFewCalls && !field.isCounter ? " from few calls" : ""
      let difference = difference(change, field)
      parts.append((difference.hasPrefix("±") ? "unchanged" : "changed \(difference)") + few)
    }
    if hasFewCalls, !field.isCounter, headline.value != nil { parts.append("few calls") }
    return parts.joined(separator: ", ")
  }

  /// A number of one period.
  func fact(_ number: Double?, _ field: Field, hasFewCalls: Bool) -> String {
    var headline = Headline(value: number)
    if case .metric(let metric) = field, let number {
      headline.target = model.standards.targets[metric]?.state(of: number)
    }
    return fact(headline, field, hasFewCalls: hasFewCalls)
  }

  /// `1 call`, `41 calls`, `calls not known`.
  func calls(_ calls: Double?) -> String {
    guard let calls else { return "calls not known" }
    return NumberText.calls(calls)
  }

  /// `Selected: Ana Lopes, 3 of 44`.
  static func selected(_ name: String, _ place: Int, of count: Int) -> String {
    "Selected: \(name), \(place + 1) of \(count)"
  }

  private func name(of state: Target.State) -> String {
    switch state {
    case .below: "below"
    case .within: "within"
    case .above: "above"
    }
  }
}

extension Fact {
  /// The fact as a line of words; nil for what only keeps others apart.
  var plain: String? {
    switch self {
    case .heading(let text): "\(text):"
    case .value(let name, let value): "\(name): \(value.text)"
    case .words(let name, let text, _): "\(name): \(text)"
    case .sentence(let text, _): text
    case .line(let line): line.text.split(separator: " ").joined(separator: " ")
    case .space: nil
    }
  }
}
