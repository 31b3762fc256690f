#include "pos-client/borrow.h"

#include <chrono>
#include <thread>

#include "canteen/net/admin_client.h"
#include "pos-client/outbox/till_directory.h"
#include "pos-client/service/till_service.h"

namespace canteen::till {
namespace {

constexpr int looks = 100;
constexpr std::chrono::milliseconds free_look_every{50};

// It may hang up as it lets go.
void ask_to_let_go(const std::string& socket) {
    try {
        ask_admin(socket, ask_to_lend);
    } catch (const AdminError&) {
    }
}

}  // namespace

// The service that lends one till is gone for a moment with all of them.
void borrow(const std::filesystem::path& directory) {
    const auto socket = service_socket_in(directory).string();
    for (int look = 0; look < looks && std::filesystem::exists(directory); ++look) {
        if (admin_listens(socket)) {
            ask_to_let_go(socket);
        } else if (TillDirectory::is_free(directory)) {
            return;
        }
        std::this_thread::sleep_for(free_look_every);
    }
}

}  // namespace canteen::till
