#pragma once
#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. */
static inline int rapport_bind_text(sqlite3_stmt *statement, int place, const char *text,
                                    sqlite3_uint64 bytes) {
  return sqlite3_bind_text64(statement, place, text, bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int rapport_bind_blob(sqlite3_stmt *statement, int place, const void *value,
                                    sqlite3_uint64 bytes) {
  return sqlite3_bind_blob64(statement, place, value, bytes, SQLITE_TRANSIENT);
}
