#include "canteen/wire/bytes.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/unknown_field_set.h>

#include "canteen/app/codec.h"
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

// What protobuf says of a message whose bytes nobody could read: it writes them all the same.
thread_local bool has_complained = false;

// Protobuf writes to stderr what is wrong with a message: a client could fill the log with it, and quote a name there.
void listen_to_protobuf() {
    [[maybe_unused]] static const auto before =
        google::protobuf::SetLogHandler([](google::protobuf::LogLevel level, const char*, int, const std::string&) {
            has_complained = has_complained || level >= google::protobuf::LOGLEVEL_ERROR;
        });
}

Found all_unknown(const Message& message) {
    Found found;
    find_unknown(message, Path{}, found);
    return found;
}

}  // namespace

std::string serialize(const Message& message) {
    listen_to_protobuf();
    std::string bytes;
    bytes.reserve(message.ByteSizeLong());
    {
        google::protobuf::io::StringOutputStream stream(&bytes);
        google::protobuf::io::CodedOutputStream coded(&stream);
        coded.SetSerializationDeterministic(true);
        message.SerializeToCodedStream(&coded);
    }
    return bytes;
}

std::string serialize_own(const Message& message) {
    listen_to_protobuf();
    has_complained = false;
    auto bytes = serialize(message);
    if (has_complained) throw CodecError("a text that is not UTF-8");
    return bytes;
}

bool parse(std::string_view bytes, Message& message) {
    listen_to_protobuf();
    message.Clear();
    if (bytes.empty()) return false;
    google::protobuf::io::CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                  static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(max_message_depth);
    return message.ParseFromCodedStream(&stream) && stream.ConsumedEntireMessage();
}

std::optional<std::string> first_unknown(const Message& message) {
    const auto found = all_unknown(message);
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::size_t count_unknown(const Message& message) {
    return all_unknown(message).size();
}

}  // namespace canteen
