// Many small messages leave in few system calls.
#include "canteen/net/gather_stream.h"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

namespace canteen {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

class GatherStreamTest : public ::testing::Test {
protected:
    GatherStreamTest() {
        tcp::acceptor acceptor(io_, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0));
        TcpSocket near(io_.get_executor());
        near.connect(acceptor.local_endpoint());
        acceptor.accept(far_);
        stream_.emplace(std::move(near));
    }

    // Writes one message after the other, each once the one before was taken, as a WebSocket does.
    void write_messages(int count, std::size_t bytes) {
        if (count == 0) return;
        message_.assign(bytes, static_cast<char>('a' + count % 26));
        expected_ += message_;
        stream_->async_write_some(boost::asio::buffer(message_),
                                  [this, count, bytes](error_code failed, std::size_t n) {
                                      ASSERT_FALSE(failed);
                                      ASSERT_EQ(n, bytes);
                                      write_messages(count - 1, bytes);
                                  });
    }

    boost::asio::io_context io_{1};
    tcp::socket far_{io_};
    std::optional<GatherStream> stream_;
    std::string message_;
    std::string expected_;
};

TEST_F(GatherStreamTest, sends_a_burst_of_small_messages_at_once) {
    write_messages(10, 120);
    io_.run();
    EXPECT_EQ(stream_->sends(), 1u);
    std::string got(expected_.size(), '\0');
    boost::asio::read(far_, boost::asio::buffer(got));
    EXPECT_EQ(got, expected_);
}

TEST_F(GatherStreamTest, does_not_hold_a_stream_that_never_pauses_for_long) {
    write_messages(100, 10);
    io_.run();
    EXPECT_GE(stream_->sends(), 100u / 16u);
    EXPECT_LE(stream_->sends(), 20u);
}

TEST_F(GatherStreamTest, makes_the_writer_wait_when_much_is_held_and_loses_no_byte) {
    std::string got;
    got.resize(200 * 60'000);
    boost::asio::async_read(far_, boost::asio::buffer(got),
                            [](error_code failed, std::size_t) { ASSERT_FALSE(failed); });
    write_messages(200, 60'000);
    io_.run();
    EXPECT_TRUE(got == expected_);
}

TEST_F(GatherStreamTest, tells_a_broken_connection_to_a_later_write) {
    far_.close();
    error_code last;
    std::function<void()> write = [&] {
        stream_->async_write_some(boost::asio::buffer("x", 1), [&](error_code failed, std::size_t) {
            last = failed;
            if (!failed) write();
        });
    };
    write();
    io_.run();
    EXPECT_TRUE(last);
}

TEST_F(GatherStreamTest, tells_when_all_was_sent) {
    write_messages(3, 120);
    bool told = false;
    boost::asio::post(io_, [&] { stream_->when_sent([&] { told = true; }); });
    io_.run();
    EXPECT_TRUE(told);
}

}  // namespace
}  // namespace canteen
