// Puts a backup in the place of a database that is lost or broken. Blocking; in a subcommand.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "canteen/app/clock.h"
#include "canteen/engine/config.h"
#include "canteen/storage/tables/undone.h"

namespace canteen {

struct Restored {
    Seq seq = 0;                                    // the backup's newest row
    std::vector<std::filesystem::path> kept_aside;  // the files that stood there before
    Undone undone;                                  // decisions made since the backup, as far as they can be read
};

// Checks the backup (pages, chain, that the key file is its own) before putting it in its place, and begins a new
// epoch, so that every client asks for everything anew and tills state again what they kept. Keeps a database that is
// there, or its log without it, aside as `canteen.db.before-restore-TIME`. Throws StoreInUse while a server runs,
// StoreError.
Restored restore_canteen(const Config& config, const std::filesystem::path& backup, std::unique_ptr<Clock> host_clock);

}  // namespace canteen
