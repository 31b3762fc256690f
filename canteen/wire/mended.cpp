#include "canteen/wire/mended.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/wire_format_lite.h>

#include "canteen/domain/base/text.h"
#include "canteen/wire/bytes.h"

namespace canteen {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;
using google::protobuf::io::CodedOutputStream;

thread_local std::uint64_t count = 0;

// Copies a message field by field.
class Copier {
public:
    Copier(std::string_view bytes, CodedOutputStream& out)
        : in_(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size())), out_(out) {}

    bool copy(const Descriptor& kind) {
        while (const auto tag = in_.ReadTag()) {
            out_.WriteTag(tag);
            if (!copy_field(tag, kind)) return false;
        }
        return in_.ConsumedEntireMessage();
    }

private:
    bool copy_field(std::uint32_t tag, const Descriptor& kind) {
        std::uint32_t small = 0;
        std::uint64_t large = 0;
        switch (WireFormatLite::GetTagWireType(tag)) {
            case WireFormatLite::WIRETYPE_VARINT:
                if (!in_.ReadVarint64(&large)) return false;
                out_.WriteVarint64(large);
                return true;
            case WireFormatLite::WIRETYPE_FIXED64:
                if (!in_.ReadLittleEndian64(&large)) return false;
                out_.WriteLittleEndian64(large);
                return true;
            case WireFormatLite::WIRETYPE_FIXED32:
                if (!in_.ReadLittleEndian32(&small)) return false;
                out_.WriteLittleEndian32(small);
                return true;
            case WireFormatLite::WIRETYPE_LENGTH_DELIMITED:
                return copy_bytes(kind.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag)));
            default:
                return false;
        }
    }

    bool copy_bytes(const FieldDescriptor* field) {
        std::uint32_t length = 0;
        std::string bytes;
        if (!in_.ReadVarint32(&length) || !in_.ReadString(&bytes, static_cast<int>(length))) return false;
        if (field && field->type() == FieldDescriptor::TYPE_STRING && !is_utf8(bytes)) bytes = utf8_of(bytes);
        if (field && field->type() == FieldDescriptor::TYPE_MESSAGE) {
            auto inner = mended(bytes, *field->message_type());
            if (!inner) return false;
            bytes = *std::move(inner);
        }
        out_.WriteVarint32(static_cast<std::uint32_t>(bytes.size()));
        out_.WriteString(bytes);
        return true;
    }

    CodedInputStream in_;
    CodedOutputStream& out_;
};

}  // namespace

std::optional<std::string> mended(std::string_view bytes, const Descriptor& kind) {
    std::string text;
    bool is_whole = false;
    {
        google::protobuf::io::StringOutputStream stream(&text);
        CodedOutputStream out(&stream);
        is_whole = Copier(bytes, out).copy(kind);
    }
    return is_whole ? std::optional(std::move(text)) : std::nullopt;
}

bool parse_mending(std::string_view bytes, google::protobuf::Message& message) {
    if (parse(bytes, message)) return true;
    const auto whole = mended(bytes, *message.GetDescriptor());
    if (!whole || *whole == bytes || !parse(*whole, message)) return false;
    ++count;
    return true;
}

std::uint64_t mended_messages() {
    return count;
}

}  // namespace canteen
