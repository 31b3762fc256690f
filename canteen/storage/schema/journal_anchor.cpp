#include "canteen/storage/schema/journal_anchor.h"

#include <charconv>

#include "canteen/domain/base/operator_error.h"

namespace canteen {

std::string anchor_text(const JournalHead& head) {
    return std::to_string(head.seq) + ":" + to_hex(as_view(head.hash));
}

JournalHead parse_anchor(const std::string& text) {
    JournalHead head;
    auto colon = text.find(':');
    auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), head.seq);
    if (error != std::errc{} || colon == std::string::npos || rest != text.data() + colon || text.size() != colon + 65)
        throw OperatorError("the anchor must be SEQ:HASH with 64 hex digits");
    for (std::size_t i = 0; i < head.hash.size(); ++i) {
        const auto* digits = text.data() + colon + 1 + 2 * i;
        auto [end, bad] = std::from_chars(digits, digits + 2, head.hash[i], 16);
        if (bad != std::errc{} || end != digits + 2) throw OperatorError("the anchor's hash is not hex");
    }
    return head;
}

}  // namespace canteen
