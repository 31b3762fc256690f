// Cuts what a command did into rows of the journal. Writer thread.
#pragma once

#include <variant>
#include <vector>

#include "canteen/app/store.h"
#include "canteen/domain/model/rejection.h"

namespace canteen {

// The bytes of a row's events as the journal keeps them. A row of one event alone, such as a meal's menu or a claim's
// findings, may be as long as max_event_bytes.
inline constexpr std::size_t max_row_bytes = 32 * 1024;
inline constexpr std::size_t max_event_bytes = 64 * 1024;

// The events as rows that follow `before`, which names the command and the last row so far; each numbered, encoded and
// short enough. Refuses unwritable if a row could not be read again, too_large if one event is too long: then nothing
// of the command may be applied. Throws StoreError.
std::variant<std::vector<JournalRow>, Rejection> rows_of(Store& store, const JournalRow& before, Events events);

}  // namespace canteen
