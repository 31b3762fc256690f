// Every cut and every changed byte of every golden frame is read or refused; run under the address sanitizer.
#include <gtest/gtest.h>

#include <functional>

#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/fake_sealer.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

using Read = std::function<void(const std::string&)>;

// Calls `read` with every prefix, and with every byte turned in ways that hit tags, lengths and values.
void damage(const std::string& bytes, const Read& read) {
    for (std::size_t n = 0; n < bytes.size(); ++n) read(bytes.substr(0, n));
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (const int change : {0x01, 0x08, 0x80, 0xff}) {
            auto damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ change);
            read(damaged);
        }
}

// Lets only a CodecError or UnsealError come out.
template <class Decode>
Read guarded(Decode decode) {
    return [decode](const std::string& bytes) {
        try {
            decode(bytes);
        } catch (const CodecError&) {
        } catch (const UnsealError&) {
        }
    };
}

TEST(Corruption, a_damaged_frame_of_a_client_is_read_or_refused) {
    const ProtobufCodec codec;
    for (const auto& [name, message] : sample_client_messages()) {
        SCOPED_TRACE(name);
        EXPECT_NO_THROW(damage(encode_client(message),
                               [&](const std::string& bytes) { codec.decode_client(bytes, Encoding::binary); }));
    }
}

TEST(Corruption, a_damaged_frame_of_the_server_is_read_or_refused) {
    const ProtobufCodec codec;
    for (const auto& [name, message] : sample_server_messages()) {
        SCOPED_TRACE(name);
        EXPECT_NO_THROW(damage(codec.encode_server(message, Encoding::binary), guarded(decode_server)));
    }
}

TEST(Corruption, a_damaged_row_of_the_journal_is_read_or_refused) {
    const ProtobufCodec codec;
    FakeSealer sealer;
    for (const auto& [name, event] : sample_events()) {
        SCOPED_TRACE(name);
        EXPECT_NO_THROW(damage(codec.encode_events({event}, 7, sealer),
                               guarded([&](const std::string& bytes) { codec.decode_events(bytes, 7, sealer); })));
    }
}

}  // namespace
}  // namespace canteen
