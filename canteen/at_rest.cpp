#include "canteen/at_rest.h"

#include "canteen/net/admin_client.h"
#include "canteen/storage/backup.h"
#include "canteen/storage/leftovers.h"
#include "canteen/storage/store_files.h"

namespace canteen {

AtRest::AtRest(const Config& config, const std::filesystem::path& scratch) : path_(config.database()) {
    sweep_leftovers(scratch);
    if (!admin_listens(config.admin_socket().string())) return;
    copy_ = scratch_name_in(scratch, "check");
    remove_database(copy_);
    backup(config.database(), copy_);
    path_ = copy_;
}

AtRest::~AtRest() {
    if (!copy_.empty()) remove_database(copy_);
}

}  // namespace canteen
