#include "canteen/wire/json.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "canteen/wire/path.h"

namespace canteen {
namespace {

namespace util = google::protobuf::util;

constexpr std::size_t max_reason_bytes = 200;  // of the parser's message, which quotes the client

util::Status read(std::string_view text, bool ignore_unknown, v1::ClientFrame& frame) {
    util::JsonParseOptions options;
    options.ignore_unknown_fields = ignore_unknown;
    frame.Clear();
    return util::JsonStringToMessage({text.data(), text.size()}, &frame, options);
}

// Returns the parser's message, cut between characters so that it stays UTF-8.
std::string reason(const util::Status& status) {
    const auto text = status.message().ToString();
    auto end = std::min(text.size(), max_reason_bytes);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

}  // namespace

std::string to_json(const v1::ServerFrame& frame) {
    std::string text;
    const auto status = util::MessageToJsonString(frame, &text);
    if (!status.ok()) throw std::logic_error("a frame of ours has no JSON form: " + reason(status));
    return text;
}

JsonFrame frame_from_json(std::string_view text) {
    JsonFrame whole;
    const auto strict = read(text, false, whole.frame);
    if (strict.ok()) return whole;
    whole.unknown = reason(strict);
    if (!read(text, true, whole.frame).ok()) throw Unreadable(RejectionCode::malformed, "frame", whole.unknown);
    if (whole.frame.has_submit()) throw Unreadable(RejectionCode::client_newer, whole.unknown, "is not known");
    return whole;
}

}  // namespace canteen
