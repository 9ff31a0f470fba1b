import Records

/// The texts of a window's records as they came, after one another: of each the number of its user
/// and a section with the text. Those of two pages in a row are those of both.
struct RawRecords {
  private(set) var bytes: [UInt8]

  /// Reads what was packed.
  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Packs the texts of a page; `number` says the number of a user's id.
  init(_ page: Page<Record>, number: (String) -> UserNumber) {
    var writer = ByteWriter()
    for (record, text) in zip(page.records, page.raw) {
      writer.append(number(record.user.id))
      writer.section { $0.append(contentsOf: text) }
    }
    bytes = writer.bytes
  }

  /// These, and after them others.
  func appending(_ other: RawRecords) -> RawRecords { RawRecords(bytes + other.bytes) }

  /// What stands in the column of the cache: NULL for no text.
  var argument: Argument { bytes.isEmpty ? .null : .blob(bytes) }

  /// The text of a user's record, the last one if there are several; nil without one, and where the
  /// bytes are damaged.
  func text(of user: UserNumber) -> String? {
    bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      var found: String?
      do throws(PackedTableError) {
        while reader.remaining > 0 {
          let owner = try reader.read(UserNumber.self)
          var section = try reader.section()
          guard owner == user else { continue }
          found = String(decoding: try section.take(section.remaining), as: UTF8.self)
        }
      } catch {
        return nil
      }
      return found
    }
  }
}
