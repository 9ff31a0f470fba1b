/// The tables of the cache, and how older files get them.
enum Schema {
  /// What takes a file from each version to the next, in order; never changed once released.
  static let migrations = [
    """
    CREATE TABLE accounts (
      name TEXT PRIMARY KEY,
      zone TEXT,
      users_fetched_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE requests (
      account TEXT NOT NULL,
      day INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (account, day)
    ) STRICT, WITHOUT ROWID;

    -- Numbers are dense from 0 within an account, and never given to another user.
    CREATE TABLE users (
      account TEXT NOT NULL,
      number INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT,
      created_at TEXT,
      updated_at TEXT,
      PRIMARY KEY (account, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE emails (
      account TEXT NOT NULL,
      user INTEGER NOT NULL,
      position INTEGER NOT NULL,
      address TEXT NOT NULL,
      is_primary INTEGER,
      PRIMARY KEY (account, user, position),
      FOREIGN KEY (account, user) REFERENCES users ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- exact_end is end_day for the period 'total' and 0 for others: a period of a trend is the same
    -- one while its end grows.
    CREATE TABLE windows (
      account TEXT NOT NULL,
      resource TEXT NOT NULL,
      zone TEXT NOT NULL,
      granularity TEXT NOT NULL,
      start_day INTEGER NOT NULL,
      exact_end INTEGER NOT NULL,
      end_day INTEGER NOT NULL,
      fetched_at INTEGER NOT NULL,
      is_partial INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      duplicates INTEGER NOT NULL,
      record_count INTEGER NOT NULL,
      records BLOB NOT NULL,
      UNIQUE (account, resource, zone, granularity, start_day, exact_end)
    ) STRICT;

    -- The pages in flight of a window; next_cursor is where the page after them starts.
    CREATE TABLE pages (
      account TEXT NOT NULL,
      resource TEXT NOT NULL,
      zone TEXT NOT NULL,
      granularity TEXT NOT NULL,
      start_day INTEGER NOT NULL,
      exact_end INTEGER NOT NULL,
      position INTEGER NOT NULL,
      end_day INTEGER NOT NULL,
      next_cursor TEXT NOT NULL,
      fetched_at INTEGER NOT NULL,
      is_partial INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      duplicates INTEGER NOT NULL,
      records BLOB NOT NULL,
      UNIQUE (account, resource, zone, granularity, start_day, exact_end, position)
    ) STRICT;
    """,
    """
    ALTER TABLE accounts ADD COLUMN last_success_at INTEGER;
    ALTER TABLE accounts ADD COLUMN last_failure_at INTEGER;
    ALTER TABLE accounts ADD COLUMN last_failure_kind TEXT;
    ALTER TABLE accounts ADD COLUMN last_failure_sentence TEXT;
    -- The day on which what is too old was last removed.
    ALTER TABLE accounts ADD COLUMN pruned_on INTEGER;
    """,
    """
    ALTER TABLE users ADD COLUMN manager_id TEXT;
    -- The list has to come again to say who is whose manager.
    UPDATE accounts SET users_fetched_at = NULL;
    """,
    """
    -- The text of each record as it came, where an account keeps it: a `RawRecords`.
    ALTER TABLE windows ADD COLUMN raw BLOB;
    ALTER TABLE pages ADD COLUMN raw BLOB;
    """,
    """
    -- Why there is no list of users, where the provider refuses it.
    ALTER TABLE accounts ADD COLUMN users_refusal TEXT;

    -- A window whose pages are still being fetched has the cursor of the next one; of one that is
    -- complete it is NULL. Numbers are never given twice, here and below.
    CREATE TABLE conversation_windows (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      account TEXT NOT NULL,
      zone TEXT NOT NULL,
      start_day INTEGER NOT NULL,
      end_day INTEGER NOT NULL,
      fetched_at INTEGER NOT NULL,
      touched_at INTEGER NOT NULL,
      next_cursor TEXT,
      pages INTEGER NOT NULL,
      speakers TEXT NOT NULL,
      fields TEXT NOT NULL,
      keeps_words INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      duplicates INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX complete_conversation_windows
      ON conversation_windows (account, zone, start_day) WHERE next_cursor IS NULL;
    CREATE UNIQUE INDEX begun_conversation_windows
      ON conversation_windows (account, zone, start_day) WHERE next_cursor IS NOT NULL;

    CREATE TABLE conversations (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      window INTEGER NOT NULL REFERENCES conversation_windows ON DELETE CASCADE,
      id TEXT,
      day INTEGER,
      started_at INTEGER,
      digest BLOB NOT NULL
    ) STRICT;
    CREATE INDEX conversations_of_windows ON conversations (window);
    CREATE INDEX conversations_by_id ON conversations (id);

    -- Apart from the above, so that lists are read without what was said.
    CREATE TABLE transcripts (
      conversation INTEGER PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
      messages BLOB NOT NULL,
      words BLOB
    ) STRICT;
    """,
  ]

  /// The version of a file that has all the migrations.
  static var version: Int { migrations.count }
}

extension Connection {
  /// A connection set up for the cache, its tables up to date.
  static func toCache(at path: String) throws(StoreError) -> Connection {
    let connection = try Connection(path: path)
    let version = try connection.integer("PRAGMA user_version")
    guard version <= Schema.version else {
      throw StoreError(
        .newer(version: version), path: path, message: "format \(version) is unknown")
    }
    guard !connection.isReadOnly else {
      throw StoreError(.unwritable, path: path, message: "the file is read-only")
    }
    // A page size can only be chosen before the first table; records come in long blobs.
    try connection.execute(
      """
      PRAGMA page_size = 16384;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA foreign_keys = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      -- Kibibytes: long records are read once, and then kept decoded.
      PRAGMA cache_size = -256;
      """)
    if version < Schema.version { try connection.migrate() }
    return connection
  }

  /// Brings the tables up to the present format, keeping what is in them.
  func migrate() throws(StoreError) {
    try write { () throws(StoreError) in
      // Read again under the lock: another process may have been quicker.
      let version = try integer("PRAGMA user_version")
      for migration in Schema.migrations.dropFirst(version) { try execute(migration) }
      try execute("PRAGMA user_version = \(max(version, Schema.version))")
    }
  }
}
