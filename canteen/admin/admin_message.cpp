#include "canteen/admin/admin_message.h"

#include <algorithm>
#include <cstdint>

#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

constexpr std::size_t length_bytes = 4;
constexpr std::size_t max_words = 16;

void put(std::string& out, std::string_view field) {
    for (std::size_t i = 0; i < length_bytes; ++i) out += static_cast<char>(field.size() >> (8 * i) & 0xff);
    out += field;
}

std::optional<std::string> take(std::string_view& in) {
    if (in.size() < length_bytes) return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < length_bytes; ++i) length |= std::size_t{static_cast<std::uint8_t>(in[i])} << (8 * i);
    in.remove_prefix(length_bytes);
    if (in.size() < length) return std::nullopt;
    std::string field(in.substr(0, length));
    in.remove_prefix(length);
    return field;
}

std::optional<std::vector<std::string>> take_all(std::string_view in) {
    std::vector<std::string> fields;
    while (!in.empty()) {
        auto field = take(in);
        if (!field || fields.size() > max_words) return std::nullopt;
        fields.push_back(std::move(*field));
    }
    return fields;
}

}  // namespace

std::string encode(const AdminRequest& request) {
    std::string out;
    put(out, request.file);
    for (const auto& word : request.words) put(out, word);
    return out;
}

std::string encode(const AdminReply& reply) {
    std::string out;
    put(out, reply.ok ? "ok" : "refused");
    put(out, reply.text);
    return out;
}

std::optional<AdminRequest> decode_admin_request(std::string_view bytes) {
    auto fields = take_all(bytes);
    if (!fields || fields->size() < 2) return std::nullopt;
    AdminRequest request;
    request.file = std::move(fields->front());
    request.words.assign(fields->begin() + 1, fields->end());
    if (!std::all_of(request.words.begin(), request.words.end(), is_utf8)) return std::nullopt;
    return request;
}

std::optional<AdminReply> decode_admin_reply(std::string_view bytes) {
    auto fields = take_all(bytes);
    if (!fields || fields->size() != 2) return std::nullopt;
    return AdminReply{fields->at(0) == "ok", fields->at(1)};
}

}  // namespace canteen
