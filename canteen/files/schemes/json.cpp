#include "canteen/files/schemes/json.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <limits>
#include <set>

#include "canteen/files/byte_order_mark.h"

namespace canteen {

namespace {

namespace json = boost::json;
using ErrorCode = boost::system::error_code;

// Builds the tree; knows the path of what it is reading.
class TreeBuilder {
public:
    // Asked for by the parser; the file's own size is the bound.
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    bool on_document_begin(ErrorCode&) { return true; }
    bool on_document_end(ErrorCode&) { return true; }
    bool on_object_begin(ErrorCode&) { return open(JsonKind::object); }
    bool on_object_end(std::size_t, ErrorCode& ec) { return close(ec); }
    bool on_array_begin(ErrorCode&) { return open(JsonKind::list); }
    bool on_array_end(std::size_t, ErrorCode& ec) { return close(ec); }
    bool on_key_part(json::string_view part, std::size_t, ErrorCode&) { return append(part); }
    bool on_key(json::string_view part, std::size_t, ErrorCode& ec) {
        append(part);
        return name_next(std::exchange(buffer_, {}), ec);
    }
    bool on_string_part(json::string_view part, std::size_t, ErrorCode&) { return append(part); }
    bool on_string(json::string_view part, std::size_t, ErrorCode& ec) {
        append(part);
        Json value = of_kind(JsonKind::text);
        value.text = std::exchange(buffer_, {});
        return add(std::move(value), ec);
    }
    bool on_number_part(json::string_view, ErrorCode&) { return true; }
    bool on_int64(std::int64_t number, json::string_view, ErrorCode& ec) {
        Json value = of_kind(JsonKind::whole_number);
        value.number = number;
        return add(std::move(value), ec);
    }
    bool on_uint64(std::uint64_t, json::string_view, ErrorCode& ec) { return add(of_kind(JsonKind::other_number), ec); }
    bool on_double(double, json::string_view, ErrorCode& ec) { return add(of_kind(JsonKind::other_number), ec); }
    bool on_bool(bool boolean, ErrorCode& ec) {
        Json value = of_kind(JsonKind::boolean);
        value.boolean = boolean;
        return add(std::move(value), ec);
    }
    bool on_null(ErrorCode& ec) { return add(Json{}, ec); }
    bool on_comment_part(json::string_view, ErrorCode&) { return true; }
    bool on_comment(json::string_view, ErrorCode&) { return true; }

    Json& root() { return root_; }
    const std::string& twice() const { return twice_; }
    bool too_many() const { return values_ > max_json_values; }

    // "versions[0].steps" of the innermost object being read.
    std::string path() const {
        std::string path;
        for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
            if (open_[i].kind == JsonKind::list) {
                path += "[" + std::to_string(open_[i].items.size()) + "]";
            } else {
                path += (path.empty() ? "" : ".") + open_[i].keys.back();
            }
        }
        return path;
    }

private:
    static Json of_kind(JsonKind kind) {
        Json value;
        value.kind = kind;
        return value;
    }
    bool append(json::string_view part) {
        buffer_.append(part.data(), part.size());
        return true;
    }
    bool open(JsonKind kind) {
        open_.push_back(of_kind(kind));
        known_.emplace_back();
        return true;
    }
    bool close(ErrorCode& ec) {
        Json value = std::move(open_.back());
        open_.pop_back();
        known_.pop_back();
        return add(std::move(value), ec);
    }
    bool add(Json value, ErrorCode& ec) {
        if (++values_ > max_json_values) {
            ec = json::error::array_too_large;  // any code: what is said comes from too_many()
            return false;
        }
        (open_.empty() ? root_ : open_.back().items.emplace_back()) = std::move(value);
        return true;
    }
    bool name_next(std::string key, ErrorCode& ec) {
        auto& keys = open_.back().keys;
        if (!known_.back().insert(key).second) {
            twice_ = std::move(key);
            ec = json::error::exception;  // any code: what is said comes from twice()
            return false;
        }
        keys.push_back(std::move(key));
        return true;
    }

    Json root_;
    std::vector<Json> open_;                    // from the outermost inwards
    std::vector<std::set<std::string>> known_;  // the keys of each
    std::size_t values_ = 0;
    std::string buffer_;  // of a string that comes in parts
    std::string twice_;   // the key given twice; "" if none
};

FileError error_at(std::string_view text, std::size_t offset, std::string message) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto newline = before.rfind('\n');
    const std::string_view row = newline == std::string_view::npos ? before : before.substr(newline + 1);
    const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    FileError error;
    error.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    error.column = static_cast<std::size_t>(std::count_if(row.begin(), row.end(), is_first_byte)) + 1;
    error.message = std::move(message);
    return error;
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
    text = without_byte_order_mark(text);
    json::parse_options options;
    options.max_depth = max_json_depth;
    json::basic_parser<TreeBuilder> parser(options);
    ErrorCode ec;
    const std::size_t consumed = parser.write_some(false, text.data(), text.size(), ec);
    const TreeBuilder& builder = parser.handler();
    if (!builder.twice().empty()) {
        FileError error = error_at(text, consumed, "key \"" + builder.twice() + "\" is given twice");
        error.path = builder.path();
        return error;
    }
    if (builder.too_many()) return error_at(text, consumed, "more than " + std::to_string(max_json_values) + " values");
    if (!ec && consumed < text.size()) return error_at(text, consumed, "something follows the end of the JSON text");
    if (ec) return error_at(text, consumed, "not JSON: " + ec.message());
    return std::move(parser.handler().root());
}

}  // namespace canteen
