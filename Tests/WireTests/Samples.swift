import Records
import Wire

/// Bodies in the documented shapes; nobody publishes an example of these two endpoints.
enum Samples {
  static let interactions = #"""
    {"result":[{"id":"234599484848423","user":{"id":"234599484848423","emails":[{"email":"test@test.com","is_primary":true}]},
     "start_time":"2019-01-20T00:00:00-08:00","end_time":"2019-01-21T00:00:00-08:00","timezone":"US/Pacific","aggregation_period":"total",
     "metrics":{"longest_monologue":125,"longest_customer_story":95,"interactivity":9.23,"patience":0.92,"question_rate":14.5},
     "additional_metrics":[],"remote_data":{"userId":"234599484848423","userEmailAddress":"test@test.com",
      "personInteractionStats":[{"name":"Interactivity","value":9.23}]}}],
     "next_cursor":null,"prev_cursor":null,"result_count":1}
    """#

  static let activity = #"""
    {"result":[{"id":"234599484848423","user":{"id":"234599484848423","emails":[{"email":"test@test.com","is_primary":true}]},
     "start_time":"2019-01-20T00:00:00-08:00","end_time":"2019-01-21T00:00:00-08:00","aggregation_period":"total",
     "metrics":{"calls_attended":46,"calls_hosted":20,"calls_listened_others":96,"calls_listened_own":668,
      "calls_marked_feedback_given":24,"calls_marked_feedback_received":35,"calls_shared_externally":75,"calls_shared_internally":478,
      "comments_given":21,"comments_received":13,"feedback_given":35,"feedback_received":67,"feedback_requested":77,
      "scorecards_filled":876,"scorecards_received":876}}],"next_cursor":null}
    """#

  /// Records with every kind of oddity that is still a record.
  static let odd = #"""
    {"result":[
     {"id":"r1","user":{"id":"u,1","name":"O\"Neil, 李小龍\n","emails":["a@b.c",{"email":"d@e.f","is_primary":false}]},
      "aggregation_period":"quarter",
      "metrics":{"patience":1.0,"interactivity":1e21,"question_rate":-0.0,"longest_monologue":9223372036854775807},
      "additional_metrics":[{"name":"talk \"ratio\"","value":0.43},{"name":"none"},{"name":"whole","value":12}],
      "created_at":"2026-11-20T00:00:00Z","updated_at":"\u001b[2J"},
     {"user":{"id":12345678901234567890}}]}
    """#
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A page with one interaction record of these members beside its user.
func interaction(_ members: String) throws(WireError) -> Record? {
  try TrutoPage.records(
    bytes(#"{"result":[{"user":{"id":"7"},\#(members)}]}"#), of: .interactions
  ).records.first
}
