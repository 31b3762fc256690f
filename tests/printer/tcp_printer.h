// A printer at a port of this machine, on the test's own loop: it answers, never reads, or hangs up at the first byte
// of a job, as told.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <string>
#include <vector>

#include "pos-client/escpos/commands.h"

namespace canteen::till::test {

class TcpPrinter {
public:
    enum class Manner { answers, never_reads, hangs_up };
    Manner manner = Manner::answers;

    explicit TcpPrinter(boost::asio::io_context& io) : acceptor_(io, {boost::asio::ip::address_v4::loopback(), 0}) {
        accept();
    }

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    // What was printed on each connection that ended, status questions apart.
    const std::vector<std::string>& strips() const { return strips_; }

private:
    using Socket = boost::asio::ip::tcp::socket;
    struct Guest {
        explicit Guest(Socket from) : socket(std::move(from)) {}
        Socket socket;
        std::array<char, 4096> came{};
        std::string strip;
    };

    void accept() {
        acceptor_.async_accept([this](boost::system::error_code failed, Socket socket) {
            if (failed) return;
            auto guest = std::make_shared<Guest>(std::move(socket));
            guests_.push_back(guest);
            if (manner != Manner::never_reads) read(guest);
            accept();
        });
    }

    void read(const std::shared_ptr<Guest>& guest) {
        guest->socket.async_read_some(boost::asio::buffer(guest->came),
                                      [this, guest](boost::system::error_code failed, std::size_t bytes) {
                                          if (!failed && take(*guest, {guest->came.data(), bytes})) return read(guest);
                                          if (!guest->strip.empty()) strips_.push_back(std::move(guest->strip));
                                          guest->socket.close();
                                      });
    }

    // Returns false if it hangs up.
    bool take(Guest& guest, std::string bytes) {
        for (auto at = bytes.find(escpos::status_command); at != std::string::npos;
             at = bytes.find(escpos::status_command)) {
            bytes.erase(at, escpos::status_command.size() + 1);
            boost::asio::write(guest.socket, boost::asio::buffer("\x12", 1));
        }
        guest.strip += bytes;
        return manner != Manner::hangs_up || bytes.empty();
    }

    boost::asio::ip::tcp::acceptor acceptor_;
    std::vector<std::shared_ptr<Guest>> guests_;
    std::vector<std::string> strips_;
};

}  // namespace canteen::till::test
