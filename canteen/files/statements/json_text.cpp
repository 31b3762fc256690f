#include "canteen/files/statements/json_text.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <string_view>

namespace canteen {
namespace {

namespace json = boost::json;

constexpr std::size_t blanks_a_level = 2;

class Printer {
public:
    void print(const json::value& value) {
        if (const auto* object = value.if_object()) return print(*object);
        if (const auto* list = value.if_array()) return print(*list);
        text_ += json::serialize(value);
    }
    std::string text() && { return std::move(text_) + "\n"; }

private:
    void print(const json::object& object) {
        begin('{');
        bool is_first = true;
        for (const auto& member : object) {
            next(is_first);
            is_first = false;
            text_ += json::serialize(json::string_view(member.key())) + ": ";
            print(member.value());
        }
        end('}', object.empty());
    }
    void print(const json::array& list) {
        begin('[');
        bool is_first = true;
        for (const auto& value : list) {
            next(is_first);
            is_first = false;
            print(value);
        }
        end(']', list.empty());
    }
    void begin(char bracket) {
        text_ += bracket;
        ++depth_;
    }
    void next(bool is_first) {
        if (!is_first) text_ += ',';
        new_line();
    }
    void end(char bracket, bool is_empty) {
        --depth_;
        if (!is_empty) new_line();
        text_ += bracket;
    }
    void new_line() { text_ += '\n' + std::string(depth_ * blanks_a_level, ' '); }

    std::string text_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string indented_json(const boost::json::value& value) {
    Printer printer;
    printer.print(value);
    return std::move(printer).text();
}

}  // namespace canteen
