#include "canteen/cli/at_rest.h"

#include "canteen/net/admin_client.h"
#include "canteen/storage/disk/leftovers.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/sealing/key_file.h"
#include "canteen/storage/tables/member_table.h"
#include "canteen/storage/upkeep/backup.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {

AtRest::AtRest(const Config& config, const std::filesystem::path& scratch) : path_(config.database()) {
    sweep_leftovers(scratch);
    const bool is_served = admin_listens(config.admin_socket().string());
    if (!is_served && !is_of_older_program(path_)) return;
    copy_ = scratch_name_in(scratch, "check");
    remove_database(copy_);
    if (!is_served) {
        look_at_newer_copy(config);
        return;
    }
    backup(config.database(), copy_);
    path_ = copy_;
}

// Brings a copy up to date: a look leaves the file as the older program had it.
void AtRest::look_at_newer_copy(const Config& config) {
    backup(path_, copy_);
    bring_up_to_date(copy_);
    index_cards(copy_, load_key_file(config.key_file), ProtobufCodec{});
    path_ = copy_;
}

AtRest::~AtRest() {
    if (!copy_.empty()) remove_database(copy_);
}

}  // namespace canteen
