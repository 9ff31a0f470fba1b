#include "CSimdjson.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>

#include <simdjson.h>

namespace dom = simdjson::dom;

struct sj_parser {
  dom::parser parser;
};

namespace {

// simdjson's elements and iterators are a pointer and an index, which is what lets them cross
// into C by value.
template <typename To, typename From>
To same_bits(const From &from) {
  static_assert(sizeof(To) == sizeof(From) && alignof(To) == alignof(From));
  static_assert(std::is_trivially_copyable_v<To> && std::is_trivially_copyable_v<From>);
  To to;
  std::memcpy(static_cast<void *>(&to), &from, sizeof to);
  return to;
}

dom::element opened(sj_element element) { return same_bits<dom::element>(element); }

template <typename From>
sj_element closed(const From &from) {
  return same_bits<sj_element>(from);
}

template <typename T>
T value_or_empty(sj_element element) {
  T value{};
  if (opened(element).get(value) != simdjson::SUCCESS) return T{};
  return value;
}

template <typename Container>
sj_range children(sj_element element) {
  Container container;
  if (opened(element).get(container) != simdjson::SUCCESS) return {element, element};
  return {closed(container.begin()), closed(container.end())};
}

template <typename Container>
sj_element following(sj_element place) {
  auto iterator = same_bits<typename Container::iterator>(place);
  return closed(++iterator);
}

sj_text text_of(std::string_view view) { return {view.data(), view.size()}; }

sj_result result_of(simdjson::error_code code) {
  switch (code) {
    case simdjson::SUCCESS: return SJ_OK;
    case simdjson::EMPTY: return SJ_EMPTY;
    case simdjson::DEPTH_ERROR: return SJ_TOO_DEEP;
    case simdjson::CAPACITY: return SJ_TOO_LARGE;
    case simdjson::MEMALLOC: return SJ_OUT_OF_MEMORY;
    case simdjson::UTF8_ERROR:
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE:
    case simdjson::STRING_ERROR: return SJ_PERHAPS_CURABLE;
    default: return SJ_MALFORMED;
  }
}

simdjson::error_code parse(
    dom::parser &parser, const uint8_t *bytes, size_t count, size_t max_depth,
    dom::element &root) {
  if (count == 0) return simdjson::EMPTY;
  if (count > parser.max_capacity()) return simdjson::CAPACITY;
  // Allocating first is the only way to state a depth; parsing keeps what is there.
  size_t capacity = count < 64 ? 64 : count;
  auto code = parser.allocate(capacity, max_depth);
  if (code != simdjson::SUCCESS) return code;
  return parser.parse(bytes, count).get(root);
}

}  // namespace

sj_parser *sj_parser_create(void) { return new (std::nothrow) sj_parser(); }

void sj_parser_free(sj_parser *parser) { delete parser; }

sj_result sj_parse(
    sj_parser *parser, const uint8_t *bytes, size_t count, size_t max_depth, sj_element *root,
    const char **detail) {
  dom::element element;
  auto code = parse(parser->parser, bytes, count, max_depth, element);
  *detail = simdjson::error_message(code);
  *root = closed(element);
  return result_of(code);
}

sj_kind sj_kind_of(sj_element element) {
  switch (opened(element).type()) {
    case dom::element_type::ARRAY: return SJ_ARRAY;
    case dom::element_type::OBJECT: return SJ_OBJECT;
    case dom::element_type::INT64: return SJ_INT64;
    case dom::element_type::UINT64: return SJ_UINT64;
    case dom::element_type::DOUBLE: return SJ_DOUBLE;
    case dom::element_type::STRING: return SJ_STRING;
    case dom::element_type::BOOL: return SJ_BOOL;
    case dom::element_type::NULL_VALUE: return SJ_NULL;
  }
  return SJ_NULL;
}

bool sj_bool(sj_element element) { return value_or_empty<bool>(element); }

int64_t sj_int64(sj_element element) { return value_or_empty<int64_t>(element); }

uint64_t sj_uint64(sj_element element) { return value_or_empty<uint64_t>(element); }

double sj_double(sj_element element) { return value_or_empty<double>(element); }

sj_text sj_string(sj_element element) {
  return text_of(value_or_empty<std::string_view>(element));
}

bool sj_find(sj_element object, const char *key, size_t count, sj_element *value) {
  dom::object opened_object;
  if (opened(object).get(opened_object) != simdjson::SUCCESS) return false;
  dom::element found;
  if (opened_object.at_key(std::string_view(key, count)).get(found) != simdjson::SUCCESS) {
    return false;
  }
  *value = closed(found);
  return true;
}

sj_range sj_elements(sj_element array) { return children<dom::array>(array); }

sj_element sj_next_element(sj_element place) { return following<dom::array>(place); }

sj_range sj_members(sj_element object) { return children<dom::object>(object); }

sj_member sj_member_at(sj_element place) {
  auto iterator = same_bits<dom::object::iterator>(place);
  return {text_of(iterator.key()), closed(iterator.value())};
}

sj_element sj_next_member(sj_element place) { return following<dom::object>(place); }

sj_text sj_serialise(sj_element element) {
  simdjson::internal::string_builder<> builder;
  builder.append(opened(element));
  auto text = builder.str();
  auto copy = static_cast<char *>(std::malloc(text.size() + 1));
  if (copy == nullptr) return {nullptr, 0};
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}
