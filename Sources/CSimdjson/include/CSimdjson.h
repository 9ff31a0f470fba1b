#pragma once
// A C face on simdjson's document parser: everything Swift needs of it and nothing else.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A parsed document never changes, so what points into it may cross threads.
#define SJ_SENDABLE __attribute__((swift_attr("@Sendable")))

/// Owns the memory of one parsed document.
typedef struct sj_parser sj_parser;

/// A value of a document, or a place among the children of one. Valid as long as its parser.
typedef struct SJ_SENDABLE {
  const void *document;
  size_t index;
} sj_element;

/// UTF-8 that is not ended by a zero.
typedef struct {
  const char *bytes;
  size_t count;
} sj_text;

/// Where the children of an array or object begin and end.
typedef struct SJ_SENDABLE {
  sj_element first;
  sj_element end;
} sj_range;

/// One key of an object with its value.
typedef struct {
  sj_text key;
  sj_element value;
} sj_member;

typedef enum {
  SJ_NULL,
  SJ_BOOL,
  SJ_INT64,
  SJ_UINT64,
  SJ_DOUBLE,
  SJ_STRING,
  SJ_ARRAY,
  SJ_OBJECT
} sj_kind;

typedef enum {
  SJ_OK,
  SJ_EMPTY,
  SJ_TOO_DEEP,
  SJ_TOO_LARGE,
  SJ_OUT_OF_MEMORY,
  /// Bytes that are not UTF-8, a number out of range or malformed, or a bad escape: the faults
  /// that a repair of the bytes may cure.
  SJ_PERHAPS_CURABLE,
  SJ_MALFORMED
} sj_result;

/// A parser, or null when there is no memory for one.
sj_parser *sj_parser_create(void);
void sj_parser_free(sj_parser *parser);

/// Parses a document; `detail` is set to simdjson's words, which live for ever. The bytes are
/// not needed afterwards.
sj_result sj_parse(
    sj_parser *parser, const uint8_t *bytes, size_t count, size_t max_depth, sj_element *root,
    const char **detail);

sj_kind sj_kind_of(sj_element element);

// Each of these expects an element of its kind and gives an empty value for any other.
bool sj_bool(sj_element element);
int64_t sj_int64(sj_element element);
uint64_t sj_uint64(sj_element element);
double sj_double(sj_element element);
sj_text sj_string(sj_element element);

/// The value of the first member with this key; false when there is none or it is no object.
bool sj_find(sj_element object, const char *key, size_t count, sj_element *value);

// The elements of an array: each place is the element itself.
sj_range sj_elements(sj_element array);
sj_element sj_next_element(sj_element place);

// The members of an object.
sj_range sj_members(sj_element object);
sj_member sj_member_at(sj_element place);
sj_element sj_next_member(sj_element place);

/// The value as compact JSON. The caller frees `bytes`, which is null when there is no memory.
sj_text sj_serialise(sj_element element);

#ifdef __cplusplus
}
#endif
