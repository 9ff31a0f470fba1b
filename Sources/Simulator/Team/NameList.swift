/// Given and family names of one script, combined into as many users as a test wants.
struct NameList {
  private let given: [(name: String, handle: String)]
  private let family: [(name: String, handle: String)]
  private let isFamilyFirst: Bool

  /// Each word is a name and, after a colon, how it is spelt in an address.
  private init(_ given: String, _ family: String, isFamilyFirst: Bool = false) {
    self.given = NameList.words(given)
    self.family = NameList.words(family)
    self.isFamilyFirst = isFamilyFirst
  }

  private static func words(_ text: String) -> [(name: String, handle: String)] {
    text.split { $0 == " " || $0 == "\n" }.map { word in
      let parts = word.split(separator: ":").map(String.init)
      return (parts[0], (parts.last ?? parts[0]).lowercased())
    }
  }

  /// The n-th generated user, written as a roster line wants it, and the part of the address
  /// before the @. No two are the same up to 26 combinations of every pair.
  static func user(_ number: Int) -> (written: String, handle: String) {
    let list = lists[pattern[number % pattern.count]]
    let before = pattern[..<(number % pattern.count)].count {
      $0 == pattern[number % pattern.count]
    }
    let perRound = pattern.count { $0 == pattern[number % pattern.count] }
    return list.combination(number / pattern.count * perRound + before)
  }

  private func combination(_ rank: Int) -> (written: String, handle: String) {
    let first = given[rank % given.count]
    let last = family[(rank % given.count + rank / given.count) % family.count]
    let round = rank / (given.count * family.count)
    let letter = round == 0 ? "" : String(UnicodeScalar(UInt8(64 + min(26, round))))
    let middle = letter.isEmpty ? "" : isFamilyFirst ? letter : " \(letter)."
    let suffix = letter.isEmpty ? "" : ".\(letter.lowercased())"
    return (
      isFamilyFirst
        ? "\(last.name)/\(first.name)\(middle)" : "\(first.name)\(middle)|\(last.name)",
      "\(first.handle)\(suffix).\(last.handle)"
    )
  }

  /// Which list each user of a round of twelve comes from.
  private static let pattern = [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6]

  private static let lists = [
    NameList(
      """
      Adriana Bence Camille Daniel Emre Félix:felix Gabriela Hanna Iker Jana Kwame Linnéa:linnea
      Mateusz Nadia Oscar Petra Quentin Rosa Stefan Tereza Ugo Valentina Wiktoria Xavier Yara
      Zdeněk:zdenek Aoife Bruno Chiara Diego
      """,
      """
      Almeida Bakker Castro Dubois Eriksen Fischer García:garcia Horváth:horvath Ivanović:ivanovic
      Jansen Kowalczyk Lindqvist Mbeki Novák:novak Oliveira Petrescu Quiroga Ricci Schäfer:schaefer
      Tanner Uzun Varga Weber Xhaka Young Žukauskas:zukauskas Addo Brandt Costa Demir
      """),
    NameList(
      "伟:wei 芳:fang 娜:na 敏:min 静:jing 丽:li 强:qiang 磊:lei 洋:yang 艳:yan 勇:yong 杰:jie",
      "王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun",
      isFamilyFirst: true),
    NameList(
      "翔太:shota 葵:aoi 陽菜:hina 蓮:ren 結衣:yui 大輔:daisuke 直美:naomi 拓海:takumi",
      "鈴木:suzuki 高橋:takahashi 渡辺:watanabe 伊藤:ito 山本:yamamoto 中村:nakamura 小林:kobayashi",
      isFamilyFirst: true),
    NameList(
      "서준:seojun 하은:haeun 지호:jiho 수아:sua 도윤:doyun 지우:jiwoo 예준:yejun",
      "이:lee 최:choi 정:jung 강:kang 조:cho 윤:yoon 장:jang 임:lim", isFamilyFirst: true),
    NameList(
      "Анна:anna Борис:boris Вера:vera Георгий:georgi Ирина:irina Максим:maxim Ольга:olga",
      "Иванченко:ivanchenko Коваль:koval Лысенко:lysenko Мельник:melnyk Бондарь:bondar"),
    NameList(
      "أحمد:ahmad سارة:sara يوسف:yousef مريم:maryam عمر:omar هدى:huda كريم:karim",
      "العلي:alali خوري:khoury منصور:mansour ناصر:nasser صالح:saleh"),
    NameList(
      "अर्जुन:arjun कविता:kavita विक्रम:vikram नेहा:neha संजय:sanjay दीपिका:deepika",
      "पटेल:patel सिंह:singh वर्मा:verma मिश्रा:mishra जोशी:joshi"),
  ]
}
