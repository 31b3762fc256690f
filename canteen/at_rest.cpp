#include "canteen/at_rest.h"

#include <unistd.h>

#include "canteen/admin_desk.h"
#include "canteen/net/admin_client.h"
#include "canteen/storage/backup.h"
#include "canteen/storage/migrations.h"

namespace canteen {

AtRest::AtRest(const Config& config) : path_(config.database()) {
    const bool is_served = admin_listens(config.admin_socket().string());
    if (!is_served && !is_of_older_program(path_)) return;
    copy_ = config.directory / ("check-" + std::to_string(::getpid()) + ".db");
    if (!is_served) {
        look_at_newer_copy();
        return;
    }
    auto reply = ask_server_or_self(config, {{"backup", copy_.string()}, ""});
    if (!reply.ok) throw AdminError(reply.text);
    path_ = copy_;
}

// Whoever only looks leaves the file as the older program had it.
void AtRest::look_at_newer_copy() {
    backup(path_, copy_);
    bring_up_to_date(copy_);
    path_ = copy_;
}

AtRest::~AtRest() {
    std::error_code ignored;
    if (!copy_.empty()) std::filesystem::remove(copy_, ignored);
}

}  // namespace canteen
