#include "canteen/at_rest.h"

#include <unistd.h>

#include "canteen/admin_desk.h"
#include "canteen/net/admin_client.h"

namespace canteen {

AtRest::AtRest(const Config& config) : path_(config.database()) {
    if (!admin_listens(config.admin_socket().string())) return;
    copy_ = config.directory / ("check-" + std::to_string(::getpid()) + ".db");
    auto reply = ask_server_or_self(config, {{"backup", copy_.string()}, ""});
    if (!reply.ok) throw AdminError(reply.text);
    path_ = copy_;
}

AtRest::~AtRest() {
    std::error_code ignored;
    if (!copy_.empty()) std::filesystem::remove(copy_, ignored);
}

}  // namespace canteen
