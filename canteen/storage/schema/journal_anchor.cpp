#include "canteen/storage/schema/journal_anchor.h"

#include <charconv>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/operator_error.h"

namespace canteen {

std::string anchor_text(const JournalHead& head) {
    return std::to_string(head.seq) + ":" + to_hex(head.hash);
}

JournalHead parse_anchor(const std::string& text) {
    JournalHead head;
    auto colon = text.find(':');
    auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), head.seq);
    if (error != std::errc{} || colon == std::string::npos || rest != text.data() + colon || text.size() != colon + 65)
        throw OperatorError("the anchor must be SEQ:HASH with 64 hex digits");
    if (!read_hex(std::string_view(text).substr(colon + 1), head.hash))
        throw OperatorError("the anchor's hash is not hex");
    return head;
}

}  // namespace canteen
