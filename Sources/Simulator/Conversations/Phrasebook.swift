/// What people of one language say.
struct Phrasebook: Sendable {
  /// What a customer says, and what it means.
  struct Request: Sendable {
    let intent: String
    let text: String
  }

  let statements: [String]
  let questions: [String]
  let requests: [Request]
  let story: [String]

  /// Phrases are parted by bars; a request has its intent and a colon before it.
  private init(statements: String, questions: String, requests: String, story: String) {
    self.statements = Phrasebook.phrases(statements)
    self.questions = Phrasebook.phrases(questions)
    self.requests = Phrasebook.phrases(requests).map { phrase in
      let parts = phrase.split(separator: ":", maxSplits: 1)
      return Request(
        intent: String(parts[0]), text: parts.last.map { String($0.drop { $0 == " " }) } ?? "")
    }
    self.story = Phrasebook.phrases(story)
  }

  private static func phrases(_ text: String) -> [String] {
    text.replacing("\n", with: " ").split(separator: "|").map { phrase in
      String(phrase.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The language in which somebody of this name works: that of its script, else one of several.
  static func of(_ name: String, _ index: Int) -> Phrasebook {
    let scripts = name.unicodeScalars.map(\.value)
    if scripts.contains(where: { (0x3040...0x9FFF).contains($0) }) { return japanese }
    if scripts.contains(where: { (0x0600...0x06FF).contains($0) }) { return arabic }
    if scripts.contains(where: { (0x0370...0x03FF).contains($0) }) { return greek }
    return [english, spanish, english, german][index % 4]
  }

  static let english = Phrasebook(
    statements: """
      Thank you for calling, you are speaking with the billing desk.|Sorry for the inconvenience.
      |I can see the order on my screen now.|The replacement leaves our warehouse tomorrow morning.
      |Let me walk you through the three plans we have.|I have added a credit to your account.
      |The price stays the same for the whole first year.|I will send you a summary by e-mail.
      """,
    questions: """
      May I have your account number please?|How many people work in your team?
      |What happens today when a call is missed?|Is there anything else I can do for you?
      |Who else would have to agree to this?|When did you first notice it?
      """,
    requests: """
      Billing inquiry: I was charged twice this month.|Cancel service: I would like to cancel.
      |Order status: My parcel has not arrived yet.|Gratitude: That is wonderful, thank you!
      |Technical issue: The app closes itself whenever I open the invoice.
      |Clarification: Could you say that again?|Agreement: Yes, that works for me.
      """,
    story: """
      So it all began last spring when we moved to the new office.|At first everything worked.
      |Then one morning half of the phones were silent.|We tried it with the old cables too.
      |My colleague spent the whole weekend on it.|And since then every second call is lost.
      """)

  static let spanish = Phrasebook(
    statements: """
      Gracias por llamar, le atiende el equipo de facturación.|Lamento mucho las molestias.
      |Ya veo su pedido en mi pantalla.|El precio no cambia durante el primer año.
      |Le envío un resumen por correo.|El técnico pasa mañana entre las nueve y las doce.
      """,
    questions: """
      ¿Me indica su número de cuenta, por favor?|¿Cuántas personas trabajan en su equipo?
      |¿Desde cuándo le ocurre?|¿Puedo ayudarle en algo más?
      """,
    requests: """
      Billing inquiry: Me han cobrado dos veces este mes.|Order status: El paquete no ha llegado.
      |Cancel service: Quiero dar de baja el servicio.|Gratitude: ¡Qué bien, muchas gracias!
      |Clarification: ¿Puede repetirlo?
      """,
    story: """
      Todo empezó en primavera, cuando cambiamos de oficina.|Al principio funcionaba bien.
      |Una mañana la mitad de los teléfonos estaba en silencio.|Probamos también con otros cables.
      |Desde entonces se pierde una de cada dos llamadas.
      """)

  static let german = Phrasebook(
    statements: """
      Vielen Dank für Ihren Anruf, Sie sprechen mit der Rechnungsabteilung.|Das tut mir leid.
      |Ich sehe Ihre Bestellung jetzt vor mir.|Der Preis bleibt im ersten Jahr gleich.
      |Ich schicke Ihnen eine Zusammenfassung per E-Mail.|Die Gutschrift ist schon gebucht.
      """,
    questions: """
      Nennen Sie mir bitte Ihre Kundennummer?|Wie viele Leute arbeiten in Ihrem Team?
      |Seit wann ist das so?|Kann ich sonst noch etwas für Sie tun?
      """,
    requests: """
      Billing inquiry: Mir wurde diesen Monat zweimal abgebucht.
      |Order status: Mein Paket ist noch nicht da.|Cancel service: Ich möchte kündigen.
      |Gratitude: Wunderbar, herzlichen Dank!|Clarification: Können Sie das bitte wiederholen?
      """,
    story: """
      Angefangen hat es im Frühjahr mit dem Umzug in die neuen Büros.|Zuerst lief alles gut.
      |Dann war eines Morgens die Hälfte der Telefone stumm.|Auch mit anderen Kabeln ging es nicht.
      |Seitdem geht jeder zweite Anruf verloren.
      """)

  static let japanese = Phrasebook(
    statements: """
      お電話ありがとうございます。請求担当でございます。|ご不便をおかけして申し訳ございません。
      |ご注文を確認いたしました。|明日の朝に発送いたします。|料金は一年間変わりません。
      """,
    questions: "お客様番号を教えていただけますか？|いつからそうなりましたか？|ほかにご用件はございますか？",
    requests: """
      Billing inquiry: 今月二回請求されています。|Order status: 荷物がまだ届いていません。
      |Cancel service: 解約したいのですが。|Gratitude: 助かりました、ありがとうございます。
      |Clarification: もう一度お願いできますか？
      """,
    story: "春に事務所を移してからのことです。|最初は問題ありませんでした。|ある朝、電話の半分が鳴らなくなりました。|ケーブルも替えてみました。")

  static let arabic = Phrasebook(
    statements: """
      شكرا لاتصالك، معك قسم الفواتير.|نعتذر عن الإزعاج.|أرى طلبك أمامي الآن.
      |السعر ثابت طوال السنة الأولى.|سأرسل لك ملخصا بالبريد الإلكتروني.
      """,
    questions: "هل يمكنني الحصول على رقم حسابك؟|كم شخصا يعمل في فريقك؟|متى لاحظت ذلك أول مرة؟",
    requests: """
      Billing inquiry: تم خصم المبلغ مرتين هذا الشهر.|Order status: لم تصل الشحنة بعد.
      |Cancel service: أريد إلغاء الخدمة.|Gratitude: رائع، شكرا جزيلا!
      """,
    story:
      "بدأ كل شيء في الربيع عندما انتقلنا إلى المكتب الجديد.|في البداية كان كل شيء يعمل.|ثم صمتت نصف الهواتف ذات صباح."
  )

  static let greek = Phrasebook(
    statements: """
      Ευχαριστούμε που καλέσατε, μιλάτε με το τμήμα τιμολόγησης.|Λυπάμαι για την αναστάτωση.
      |Βλέπω την παραγγελία σας.|Η τιμή μένει ίδια για όλο τον πρώτο χρόνο.
      """,
    questions:
      "Μου λέτε τον αριθμό λογαριασμού σας\u{37E}|Από πότε συμβαίνει\u{37E}|Πόσοι είστε στην ομάδα\u{37E}",
    requests: """
      Billing inquiry: Χρεώθηκα δύο φορές αυτόν τον μήνα.|Order status: Το δέμα δεν ήρθε ακόμη.
      |Gratitude: Τέλεια, ευχαριστώ πολύ!|Clarification: Μπορείτε να το επαναλάβετε\u{37E}
      """,
    story:
      "Όλα ξεκίνησαν την άνοιξη με τη μετακόμιση.|Στην αρχή όλα πήγαιναν καλά.|Ένα πρωί τα μισά τηλέφωνα σώπασαν."
  )
}
