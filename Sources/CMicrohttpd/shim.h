#pragma once
#include <microhttpd.h>

// Swift imports neither variadic functions nor macros with a cast.

// Serves on a socket that listens already, a thread for each connection, and owns the socket from
// then on. NULL when it could not start; the socket is then still the caller's.
static inline struct MHD_Daemon *rapport_http_start(
    int socket, MHD_AccessHandlerCallback handler, MHD_RequestCompletedCallback finish, void *context)
{
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL | MHD_USE_ITC,
      0, NULL, NULL, handler, context, MHD_OPTION_LISTEN_SOCKET, socket,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)65536, MHD_OPTION_NOTIFY_COMPLETED, finish, NULL,
      MHD_OPTION_END);
}

// What a reader of content returns at the end of content whose length was not stated.
static const ssize_t rapport_http_end = MHD_CONTENT_READER_END_OF_STREAM;

// What a reader of content returns to break the connection off.
static const ssize_t rapport_http_break = MHD_CONTENT_READER_END_WITH_ERROR;
