// One TCP connection while it speaks HTTP: requests one after another, until one upgrades or an end comes. Internal to
// net/. I/O thread.
#pragma once

#include <memory>

#include "canteen/net/frame_socket.h"
#include "canteen/net/listener_state.h"

namespace canteen {

// Serves an accepted socket.
void serve_http(std::shared_ptr<ListenerState> state, TcpSocket socket);

}  // namespace canteen
