/// A kind of team; each has a manager.
enum Division: Int, CaseIterable {
  case salesEMEA, salesAmericas, salesAPAC, customerSuccess, salesDevelopment

  var name: String {
    switch self {
    case .salesEMEA: "Sales EMEA"
    case .salesAmericas: "Sales Americas"
    case .salesAPAC: "Sales APAC"
    case .customerSuccess: "Customer Success"
    case .salesDevelopment: "Sales Development"
    }
  }
}

/// What a user does in a team.
enum Role {
  case executive, manager, member

  func title(in division: Division, isSenior: Bool) -> String {
    switch (self, division) {
    case (.executive, _): "Chief Revenue Officer"
    case (.manager, _): "Manager, \(division.name)"
    case (.member, .customerSuccess): (isSenior ? "Senior " : "") + "Customer Success Manager"
    case (.member, .salesDevelopment): "Sales Development Representative"
    case (.member, _): (isSenior ? "Senior " : "") + "Account Executive"
    }
  }

  /// Calls on a busy day.
  func callRate(in division: Division) -> Double {
    switch (self, division) {
    case (.executive, _): 0.6
    case (.manager, _): 1.8
    case (.member, .customerSuccess): 2.4
    case (.member, .salesDevelopment): 4.2
    case (.member, _): 2.8
    }
  }

  /// The share of the calls that the user hosts.
  func hostShare(in division: Division) -> Double {
    switch (self, division) {
    case (.executive, _): 0.15
    case (.manager, _): 0.3
    case (.member, .customerSuccess): 0.62
    case (.member, .salesDevelopment): 0.9
    case (.member, _): 0.76
    }
  }
}
