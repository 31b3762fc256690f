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

}  // namespace

void borrow(const std::filesystem::path& directory) {
    const auto socket = service_socket_in(directory).string();
    if (!admin_listens(socket)) return;
    try {
        ask_admin(socket, ask_to_lend);
    } catch (const AdminError&) {
        // It hung up as it let go.
    }
    for (int i = 0; i < looks && !TillDirectory::is_free(directory); ++i) std::this_thread::sleep_for(free_look_every);
}

}  // namespace canteen::till
