#include "canteen/storage/schema/journal_anchor.h"

#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/number.h"
#include "canteen/domain/base/operator_error.h"

namespace canteen {

std::string anchor_text(const JournalHead& head) {
    return std::to_string(head.seq) + ":" + to_hex(head.hash);
}

JournalHead parse_anchor(const std::string& text) {
    const auto colon = text.find(':');
    const auto seq = whole_number<Seq>(std::string_view(text).substr(0, colon));
    JournalHead head;
    if (!seq || colon == std::string::npos || text.size() != colon + 1 + 2 * head.hash.size())
        throw OperatorError("the anchor must be SEQ:HASH with 64 hex digits");
    head.seq = *seq;
    if (!read_hex(std::string_view(text).substr(colon + 1), head.hash))
        throw OperatorError("the anchor's hash is not hex");
    return head;
}

}  // namespace canteen
