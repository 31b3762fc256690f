#include "canteen/wire/bytes.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>

#include "canteen/app/codec.h"

namespace canteen {
namespace {

using google::protobuf::Message;

// True once protobuf has complained of a message whose bytes nobody could read: it writes them all the same.
thread_local bool has_complained = false;

// Takes over protobuf's log, which goes to stderr: with broken messages a client could fill the server's log, and quote
// a name there.
void listen_to_protobuf() {
    [[maybe_unused]] static const auto before =
        google::protobuf::SetLogHandler([](google::protobuf::LogLevel level, const char*, int, const std::string&) {
            has_complained = has_complained || level >= google::protobuf::LOGLEVEL_ERROR;
        });
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

}  // namespace canteen
