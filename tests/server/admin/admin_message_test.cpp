#include "canteen/admin/admin_message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace canteen {
namespace {

RC_GTEST_PROP(AdminMessage, ARequestArrivesAsItWasSent, (const std::string& file)) {
    const auto word = rc::gen::container<std::string>(rc::gen::inRange<char>('\x01', '\x7f'));
    auto words = *rc::gen::resize(8, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word)));
    auto read = decode_admin_request(encode(AdminRequest{words, file}));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->words == words);
    RC_ASSERT(read->file == file);
}

TEST(AdminMessage, AWordThatIsNotUtf8IsRefused) {
    EXPECT_FALSE(
        decode_admin_request(encode(AdminRequest{{"topup", "1001", "10", "\xd7\xaa\xd5\xcb"}, ""})).has_value());
    EXPECT_TRUE(decode_admin_request(encode(AdminRequest{{"topup", "1001", "10", "转账"}, "\xd7"})).has_value())
        << "a file has an encoding of its own";
}

TEST(AdminMessage, AReplyArrivesAsItWasSent) {
    auto read = decode_admin_reply(encode(AdminReply{false, "line 3"}));
    ASSERT_TRUE(read.has_value());
    EXPECT_FALSE(read->ok);
    EXPECT_EQ(read->text, "line 3");
}

RC_GTEST_PROP(AdminMessage, AnyBytesAreReadOrRefusedAndNeverCrash, (const std::string& bytes)) {
    (void)decode_admin_request(bytes);
    (void)decode_admin_reply(bytes);
}

TEST(AdminMessage, ALengthBeyondTheEndIsRefused) {
    auto bytes = encode(AdminReply{true, "text"});
    bytes.pop_back();
    EXPECT_FALSE(decode_admin_reply(bytes).has_value());
}

}  // namespace
}  // namespace canteen
