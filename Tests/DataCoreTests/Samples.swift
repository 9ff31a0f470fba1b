import Records

func day(_ text: String) -> Day { Day(text: text) ?? Day(number: 0) }

func days(_ start: String, _ end: String) -> DaySpan { DaySpan(day(start), day(end)) }

func key(
  _ granularity: Granularity, _ start: String, _ end: String, of resource: Resource = .interactions
) -> WindowKey {
  WindowKey(
    account: "acme", resource: resource, zone: "UTC", period: Period(granularity, days(start, end)))
}
