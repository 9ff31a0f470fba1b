package import Records

/// Records as JSON in the unified API's own field names and shapes.
package enum RecordJSON {
  /// Appends one interaction or activity record. What the provider left out is left out.
  package static func write(_ record: Record, to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", record.id)
    json.key("user")
    json.beginObject()
    writePerson(record.user, to: &json)
    json.endObject()
    json.member("start_time", record.startTime)
    json.member("end_time", record.endTime)
    json.member("timezone", record.timezone)
    json.member("aggregation_period", record.aggregationPeriod)
    json.key("metrics")
    json.beginObject()
    for (field, number) in zip(record.resource.fields, record.values) {
      json.member(field.name, number)
    }
    json.endObject()
    if record.resource == .interactions || !record.additional.isEmpty {
      writeAdditional(record.additional, to: &json)
    }
    json.member("created_at", record.createdAt)
    json.member("updated_at", record.updatedAt)
    json.endObject()
  }

  private static func writeAdditional(_ metrics: [Record.Additional], to json: inout JSONWriter) {
    json.key("additional_metrics")
    json.beginArray()
    for metric in metrics {
      json.beginObject()
      json.member("name", metric.name)
      json.member("value", metric.value)
      json.endObject()
    }
    json.endArray()
  }

  /// Appends one user.
  package static func write(_ user: User, to json: inout JSONWriter) {
    json.beginObject()
    writePerson(user, to: &json)
    json.member("created_at", user.createdAt)
    json.member("updated_at", user.updatedAt)
    json.endObject()
  }

  /// What records say of their user too.
  private static func writePerson(_ user: User, to json: inout JSONWriter) {
    json.member("id", user.id)
    json.member("name", user.name)
    json.key("emails")
    json.beginArray()
    for email in user.emails {
      json.beginObject()
      json.member("email", email.address)
      if let isPrimary = email.isPrimary { json.member("is_primary", isPrimary) }
      json.endObject()
    }
    json.endArray()
  }
}
