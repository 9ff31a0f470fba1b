import Analytics
import Records

/// A finding in words.
struct FindingText {
  let finding: Attention.Finding
  /// The name of the user that it is about, short enough for a line.
  let name: String
  /// The period whose value is judged as a change, as `10 Nov – 16 Nov`.
  let period: String
  /// How long the periods are.
  let granularity: Granularity

  /// How the number is written.
  let unit: Unit

  /// What it is: `Ana Lopes: patience rose to 1.42 s in 10 Nov – 16 Nov`.
  var headline: String {
    switch finding.kind {
    case .change(let median, _):
      "\(name): \(metric) \(verb(median)) \(value) in \(period)"
    case .outsideTarget(_, let state, _, _):
      "\(name): \(metric) \(value), \(side(state)) your target"
    }
  }

  /// What it is judged by: `usually 0.82 s (12 weeks), 4.1 times the usual spread`.
  var detail: String {
    switch finding.kind {
    case .change(let median, let periods):
      "usually \(text(median)) (\(count(periods))), \(deviations)"
    case .outsideTarget(let target, _, let periods, let all):
      "of \(words(target)), "
        + (all > 0 ? "in \(periods) of \(count(all))" : "over the whole range")
    }
  }

  /// The whole in one line.
  var line: String {
    if case .change = finding.kind { return "\(headline); \(detail)" }
    return "\(headline) \(detail)"
  }

  /// The shortest way to say it: `Ana Lopes' patience rose to 1.42 s`.
  var brief: String {
    let whose = name + (name.hasSuffix("s") ? "'" : "'s")
    return switch finding.kind {
    case .change(let median, _): "\(whose) \(metric) \(verb(median)) \(value)"
    case .outsideTarget(_, let state, _, _): "\(whose) \(metric) is \(value), \(side(state)) target"
    }
  }

  private var metric: String { finding.field.title.lowercased() }

  private var value: String {
    guard case .outsideTarget(let target, let state, _, _) = finding.kind else {
      return text(finding.value)
    }
    return NumberText.value(finding.value, unit, beside: target.bound(beyond: state))
  }

  private func text(_ value: Double) -> String { NumberText.value(value, unit) }

  private func verb(_ median: Double) -> String { finding.value > median ? "rose to" : "fell to" }

  private func side(_ state: Target.State) -> String { state == .below ? "below" : "above" }

  private func words(_ target: Target) -> String {
    switch (target.lower, target.upper) {
    case (let lower?, let upper?): "\(text(lower)) to \(text(upper))"
    case (let lower?, nil): "at least \(text(lower))"
    case (nil, let upper?): "at most \(text(upper))"
    case (nil, nil): "nothing"
    }
  }

  private func count(_ periods: Int) -> String {
    "\(periods) \(granularity.rawValue)\(periods == 1 ? "" : "s")"
  }

  private var deviations: String {
    finding.deviations < 100
      ? "\(NumberText.decimals(finding.deviations, 1)) times the usual spread"
      : "over 100 times the usual spread"
  }
}
