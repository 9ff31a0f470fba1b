import Records

/// A line of the roster: who somebody is, before ids and dates.
struct RosterEntry {
  let name: String
  let given: String
  let family: String
  /// The part of the address before the @.
  let handle: String
  let division: Division
  let role: Role
  let nature: Nature

  /// In `written` a bar parts a given name from the family name after it, a slash a family name
  /// from the given name that follows without a space.
  init(
    _ written: String, _ handle: String, _ division: Division, _ role: Role = .member,
    _ nature: Nature = .ordinary
  ) {
    let parts = written.split { "|/".contains($0) }.map(String.init)
    let isFamilyFirst = written.contains("/")
    name = parts.joined(separator: isFamilyFirst ? "" : " ")
    given = (isFamilyFirst ? parts.last : parts.first) ?? written
    family = parts.count < 2 ? "" : isFamilyFirst ? parts[0] : parts[1]
    self.handle = handle
    self.division = division
    self.role = role
    self.nature = nature
  }

  /// The first users of every team. Names in many scripts, since a dashboard has to draw them.
  static let first: [RosterEntry] = executives + emea + americas + apac + success + development

  private static let executives = [
    RosterEntry("Ingrid|Sørensen", "ingrid.sorensen", .salesEMEA, .executive)
  ]

  private static let emea = [
    RosterEntry("Zoë|Müller-Lüdenscheidt", "zoe.mueller", .salesEMEA, .manager),
    RosterEntry(
      "Ana|Lopes", "ana.lopes", .salesEMEA, .member,
      .changed(.patience, factor: 0.5, daysAgo: 35)),
    RosterEntry("Siobhán|O’Brien", "siobhan.obrien", .salesEMEA),
    RosterEntry(
      "Дмитрий|Соколов", "dmitri.sokolov", .salesEMEA, .member,
      .changed(.longestMonologue, factor: 1.6, daysAgo: 14)),
    RosterEntry("Ελένη|Παπαδοπούλου", "eleni.papadopoulou", .salesEMEA),
    RosterEntry("Łukasz|Wiśniewski", "lukasz.wisniewski", .salesEMEA, .member, .busy),
    RosterEntry("محمد|الأحمد", "mohammed.alahmad", .salesEMEA),
    RosterEntry("נועה|כהן", "noa.cohen", .salesEMEA, .member, .newcomer),
    RosterEntry("Chidi|Okafor", "chidi.okafor", .salesEMEA, .member, .quiet),
    RosterEntry("Björn|Ångström", "bjorn.angstrom", .salesEMEA, .member, .onLeave),
  ]

  private static let americas = [
    RosterEntry("Marcus|Bell", "marcus.bell", .salesAmericas, .manager),
    RosterEntry("Renée|D'Angelo", "renee.dangelo", .salesAmericas),
    RosterEntry("José María|Núñez", "jose.nunez", .salesAmericas, .member, .busy),
    RosterEntry("Luna 🌙|Vargas", "luna.vargas", .salesAmericas),
    RosterEntry(
      "Priya|Raman", "priya.raman", .salesAmericas, .member,
      .changed(.questionRate, factor: 2, daysAgo: 21)),
    RosterEntry("Tyler|Nguyễn", "tyler.nguyen", .salesAmericas),
    RosterEntry(
      "Maximiliana Alexandrina|Featherstonehaugh-Montgomery de la Vega",
      "maximiliana.featherstonehaugh-montgomery", .salesAmericas),
    RosterEntry("Dwayne|Carter", "dwayne.carter", .salesAmericas, .member, .departed),
    RosterEntry("Grace|Kim", "grace.kim", .salesAmericas),
    RosterEntry("João|Conceição", "joao.conceicao", .salesAmericas),
  ]

  private static let apac = [
    RosterEntry("佐藤/健一", "kenichi.sato", .salesAPAC, .manager),
    RosterEntry("李/小龍", "xiaolong.li", .salesAPAC, .member, .busy),
    RosterEntry("王/秀英", "xiuying.wang", .salesAPAC),
    RosterEntry(
      "김/민준", "minjun.kim", .salesAPAC, .member,
      .changed(.interactivity, factor: 0.6, daysAgo: 14)),
    RosterEntry("박/서연", "seoyeon.park", .salesAPAC),
    RosterEntry("田中/さくら", "sakura.tanaka", .salesAPAC),
    RosterEntry("สมชาย|ใจดี", "somchai.jaidee", .salesAPAC),
    RosterEntry("अनन्या|शर्मा", "ananya.sharma", .salesAPAC),
    RosterEntry("Kiri|Te Whānau", "kiri.tewhanau", .salesAPAC, .member, .silent),
  ]

  private static let success = [
    RosterEntry("Fatoumata|Diallo", "fatoumata.diallo", .customerSuccess, .manager),
    RosterEntry("Giulia|Rossi", "giulia.rossi", .customerSuccess),
    RosterEntry("Олена|Шевченко", "olena.shevchenko", .customerSuccess),
    RosterEntry(
      "Henrik|Ødegård", "henrik.odegard", .customerSuccess, .member,
      .changed(.longestCustomerStory, factor: 1.7, daysAgo: 28)),
    RosterEntry("राहुल|गुप्ता", "rahul.gupta", .customerSuccess),
    RosterEntry("Élodie|Lefèvre", "elodie.lefevre", .customerSuccess),
    RosterEntry(
      "Tomáš|Dvořák", "tomas.dvorak", .customerSuccess, .member, .unmeasured(.questionRate)),
    RosterEntry("ليلى|حداد", "layla.haddad", .customerSuccess),
    RosterEntry("Ayşe|Yılmaz", "ayse.yilmaz", .customerSuccess, .member, .onLeave),
  ]

  private static let development = [
    RosterEntry("Owen|Fitzgerald", "owen.fitzgerald", .salesDevelopment, .manager),
    RosterEntry("Amara|Nwosu", "amara.nwosu", .salesDevelopment, .member, .newcomer),
    RosterEntry("陳/美玲", "meiling.chen", .salesDevelopment),
    RosterEntry("Rubén|Ibáñez", "ruben.ibanez", .salesDevelopment, .member, .busy),
    RosterEntry("Sam 🏳️‍🌈|Taylor", "sam.taylor", .salesDevelopment),
    RosterEntry("Νίκος|Αντωνίου", "nikos.antoniou", .salesDevelopment),
    RosterEntry("Mia|Hofer", "mia.hofer", .salesDevelopment, .member, .quiet),
    RosterEntry("Yaw|Asante", "yaw.asante", .salesDevelopment, .member, .departed),
    RosterEntry("Jack|Wu", "jack.wu", .salesDevelopment, .member, .silent),
  ]
}
