#include "canteen/net/byte_line.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <utility>

#include "canteen/net/io_loop.h"

namespace canteen {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t bytes_at_a_time = 512;  // machines answer in few

using HostSocket = asio::ip::tcp::socket;
using DeviceStream = asio::posix::stream_descriptor;

template <class Stream>
struct LineOf : std::enable_shared_from_this<LineOf<Stream>> {
    LineOf(asio::io_context& io, ByteLineCallbacks c) : stream(io), callbacks(std::move(c)) {}

    void open() {
        is_open = true;
        read();
        write();
        callbacks.on_open();
    }

    void read() {
        stream.async_read_some(asio::buffer(came),
                               [self = this->shared_from_this()](error_code failed, std::size_t bytes) {
                                   if (self->ended) return;
                                   if (failed) return self->end(failed);
                                   self->callbacks.on_bytes({self->came.data(), bytes});
                                   if (!self->ended) self->read();
                               });
    }

    void send(std::string bytes) {
        if (ended) return;
        waiting += bytes;
        write();
    }

    void write() {
        if (!is_open || !leaving.empty() || waiting.empty()) return;
        leaving = std::exchange(waiting, {});
        asio::async_write(stream, asio::buffer(leaving),
                          [self = this->shared_from_this()](error_code failed, std::size_t) {
                              if (self->ended) return;
                              if (failed) return self->end(failed);
                              self->leaving.clear();
                              if (self->waiting.empty()) return self->callbacks.on_sent();
                              self->write();
                          });
    }

    void end(error_code why) {
        if (ended) return;
        const auto self = this->shared_from_this();
        stop();
        self->callbacks.on_closed(why == asio::error::eof ? 0 : why.value());
    }

    void stop() {
        ended = true;
        error_code ignored;
        stream.close(ignored);
    }

    Stream stream;
    ByteLineCallbacks callbacks;
    std::array<char, bytes_at_a_time> came{};
    std::string waiting, leaving;
    bool is_open = false, ended = false;
};

template <class Stream>
class LineTo final : public ByteLine {
public:
    explicit LineTo(std::shared_ptr<LineOf<Stream>> line) : line_(std::move(line)) {}
    ~LineTo() override { line_->stop(); }
    LineTo(const LineTo&) = delete;
    LineTo& operator=(const LineTo&) = delete;
    void send(std::string bytes) override { line_->send(std::move(bytes)); }

private:
    std::shared_ptr<LineOf<Stream>> line_;
};

error_code last_error() {
    return {errno, boost::system::system_category()};
}

void dial(const std::shared_ptr<LineOf<HostSocket>>& line, const std::shared_ptr<asio::ip::tcp::resolver>& resolver,
          const std::string& host, std::uint16_t port) {
    resolver->async_resolve(host, std::to_string(port), [line, resolver](error_code failed, const auto& found) {
        if (line->ended) return;
        if (failed) return line->end({EHOSTUNREACH, boost::system::system_category()});
        asio::async_connect(line->stream, found, [line](error_code declined, const auto&) {
            if (line->ended) return;
            if (declined) return line->end(declined);
            line->open();
        });
    });
}

}  // namespace

std::unique_ptr<ByteLine> ByteLine::to_host(IoLoop& loop, const std::string& host, std::uint16_t port,
                                            ByteLineCallbacks callbacks) {
    auto line = std::make_shared<LineOf<HostSocket>>(loop.context(), std::move(callbacks));
    dial(line, std::make_shared<asio::ip::tcp::resolver>(loop.context()), host, port);
    return std::make_unique<LineTo<HostSocket>>(std::move(line));
}

std::unique_ptr<ByteLine> ByteLine::to_device(IoLoop& loop, const std::string& path, ByteLineCallbacks callbacks) {
    return over(loop, ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC), std::move(callbacks));
}

std::unique_ptr<ByteLine> ByteLine::over(IoLoop& loop, int file, ByteLineCallbacks callbacks) {
    auto failed = file < 0 ? last_error() : error_code{};
    auto line = std::make_shared<LineOf<DeviceStream>>(loop.context(), std::move(callbacks));
    if (!failed) line->stream.assign(file, failed);
    if (failed && file >= 0) ::close(file);
    asio::post(loop.context(), [line, failed] {
        if (line->ended) return;
        if (failed) return line->end(failed);
        line->open();
    });
    return std::make_unique<LineTo<DeviceStream>>(std::move(line));
}

}  // namespace canteen
