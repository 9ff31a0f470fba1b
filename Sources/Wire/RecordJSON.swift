package import Records

/// Records as JSON in the unified API's own field names and shapes.
package enum RecordJSON {
  /// Appends one interaction or activity record. What the provider left out is left out.
  package static func write(_ record: Record, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", record.id)
      json.key("user")
      write(record.user, to: &json)
      json.member("start_time", record.startTime)
      json.member("end_time", record.endTime)
      json.member("timezone", record.timezone)
      json.member("aggregation_period", record.aggregationPeriod)
      json.key("metrics")
      json.object { json in
        for (field, number) in zip(record.resource.fields, record.values) {
          json.member(field.name, number)
        }
      }
      if record.resource == .interactions {
        json.key("additional_metrics")
        json.array { json in
          for metric in record.additional {
            json.object { json in
              json.member("name", metric.name)
              json.member("value", metric.value)
            }
          }
        }
      }
      json.member("created_at", record.createdAt)
      json.member("updated_at", record.updatedAt)
    }
  }

  /// Appends one user.
  package static func write(_ user: User, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", user.id)
      json.member("name", user.name)
      json.key("emails")
      json.array { json in
        for email in user.emails {
          json.object { json in
            json.member("email", email.address)
            if let isPrimary = email.isPrimary {
              json.key("is_primary")
              json.bool(isPrimary)
            }
          }
        }
      }
      json.member("created_at", user.createdAt)
      json.member("updated_at", user.updatedAt)
    }
  }
}

extension JSONWriter {
  /// A member with a text, or none.
  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A member with a number, or none.
  mutating func member(_ name: String, _ value: Number?) {
    guard let value else { return }
    key(name)
    number(value)
  }
}
