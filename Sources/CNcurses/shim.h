#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <wchar.h>

// Swift imports neither function-like macros nor the attribute constants, and refuses C's mutable
// globals; each wrapper below stands for one of them.

// Not declared by wchar.h under the feature macros that Swift imports C with.
extern int wcwidth(wchar_t character);

static inline int shim_wcwidth(wchar_t character) { return wcwidth(character); }

static inline WINDOW *shim_stdscr(void) { return stdscr; }
static inline WINDOW *shim_curscr(void) { return curscr; }
static inline int shim_colors(void) { return COLORS; }
static inline int shim_color_pairs(void) { return COLOR_PAIRS; }
static inline int shim_lines(void) { return LINES; }
static inline int shim_columns(void) { return COLS; }

static inline attr_t shim_bold(void) { return WA_BOLD; }
static inline attr_t shim_dim(void) { return WA_DIM; }
static inline attr_t shim_italic(void) { return WA_ITALIC; }
static inline attr_t shim_underline(void) { return WA_UNDERLINE; }
static inline attr_t shim_reverse(void) { return WA_REVERSE; }

// A cell with any colour pair: pairs above 32767 only fit through the last argument, whose type
// in the prototype is `const void *`.
static inline int shim_setcchar(
    cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, 0, &pair);
}

static inline int shim_key_function(int number) { return KEY_F(number); }

static inline const char *shim_codeset(void) { return nl_langinfo(CODESET); }

// The terminal's own string for a capability, or NULL where it has none: tigetstr answers -1, as a
// pointer, for a name that is no string capability.
static inline const char *shim_capability(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

// Makes curses take a capability for one that sends nothing: its strings are the terminal's own copy.
static inline void shim_silence(const char *name) {
  char *value = tigetstr(name);
  if (value != NULL && value != (char *)-1) *value = 0;
}

// Hidden by the feature macros that Swift imports C with, like wcwidth.
extern int memfd_create(const char *name, unsigned int flags);
static inline int shim_memory_file(void) { return memfd_create("stderr", 1 /* close on exec */); }

// From execinfo.h, which Swift's Glibc leaves out.
extern int backtrace(void **addresses, int count);
extern void backtrace_symbols_fd(void *const *addresses, int count, int descriptor);

// From term.h, whose macros take names as common as `lines` and `columns`.
struct term;
extern int setupterm(const char *name, int descriptor, int *error);
extern struct term *set_curterm(struct term *terminal);
extern int del_curterm(struct term *terminal);
static inline void shim_forget_terminal(void) { del_curterm(set_curterm(NULL)); }
