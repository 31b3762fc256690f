#include "canteen/wire/unknown_fields.h"

#include <google/protobuf/unknown_field_set.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "canteen/wire/path.h"

namespace canteen {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Found = std::vector<std::string>;

void find_unknown(const Message& message, const Path& at, Found& found);

void find_unknown_values(const Message& message, const FieldDescriptor& field, const Path& at, Found& found) {
    const auto* reflection = message.GetReflection();
    const auto check = [&](int value, const Path& place) {
        if (field.enum_type()->FindValueByNumber(value) == nullptr) found.push_back(place.text());
    };
    if (!field.is_repeated()) return check(reflection->GetEnumValue(message, &field), at);
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i)
        check(reflection->GetRepeatedEnumValue(message, &field, i), at[i]);
}

void find_unknown_below(const Message& message, const FieldDescriptor& field, const Path& at, Found& found) {
    const auto* reflection = message.GetReflection();
    if (!field.is_repeated()) return find_unknown(reflection->GetMessage(message, &field), at, found);
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i)
        find_unknown(reflection->GetRepeatedMessage(message, &field, i), at[i], found);
}

void find_unknown(const Message& message, const Path& at, Found& found) {
    const auto& unknown = message.GetReflection()->GetUnknownFields(message);
    for (int i = 0; i < unknown.field_count(); ++i) {
        const auto name = "#" + std::to_string(unknown.field(i).number());
        found.push_back((at / name.c_str()).text());
    }
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const auto* field : fields) {
        const auto place = at / field->name().c_str();
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) find_unknown_below(message, *field, place, found);
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) find_unknown_values(message, *field, place, found);
    }
}

// Returns the fields of a message type in whose messages something unknown can hide. Looked up once for each type.
const std::vector<const FieldDescriptor*>& nested_fields(const google::protobuf::Descriptor* type) {
    thread_local std::unordered_map<const google::protobuf::Descriptor*, std::vector<const FieldDescriptor*>> known;
    const auto [found, is_new] = known.try_emplace(type);
    for (int i = 0; is_new && i < type->field_count(); ++i) {
        const auto kind = type->field(i)->cpp_type();
        if (kind == FieldDescriptor::CPPTYPE_MESSAGE || kind == FieldDescriptor::CPPTYPE_ENUM)
            found->second.push_back(type->field(i));
    }
    return found->second;
}

bool has_unknown(const Message& message);

bool has_unknown_in(const Message& message, const FieldDescriptor& field) {
    const auto* reflection = message.GetReflection();
    const bool is_message = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    const auto is_unknown = [&](int value) { return field.enum_type()->FindValueByNumber(value) == nullptr; };
    if (!field.is_repeated()) {
        if (!is_message) return is_unknown(reflection->GetEnumValue(message, &field));
        return reflection->HasField(message, &field) && has_unknown(reflection->GetMessage(message, &field));
    }
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i)
        if (is_message ? has_unknown(reflection->GetRepeatedMessage(message, &field, i))
                       : is_unknown(reflection->GetRepeatedEnumValue(message, &field, i)))
            return true;
    return false;
}

// Builds no path: every command is checked, and almost none has anything unknown.
bool has_unknown(const Message& message) {
    if (!message.GetReflection()->GetUnknownFields(message).empty()) return true;
    const auto& nested = nested_fields(message.GetDescriptor());
    return std::any_of(nested.begin(), nested.end(),
                       [&](const auto* field) { return has_unknown_in(message, *field); });
}

Found all_unknown(const Message& message) {
    Found found;
    if (has_unknown(message)) find_unknown(message, Path{}, found);
    return found;
}

}  // namespace

std::optional<std::string> first_unknown(const Message& message) {
    const auto found = all_unknown(message);
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::size_t count_unknown(const Message& message) {
    return all_unknown(message).size();
}

}  // namespace canteen
