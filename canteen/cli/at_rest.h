// A file at rest to look at: the database itself, or a copy that goes with this object. The copy is made beside the
// database while a server writes it, or brought up to date if an older program made it.
#pragma once

#include <filesystem>

#include "canteen/engine/config.h"

namespace canteen {

class AtRest {
public:
    // A copy goes to `scratch`. Throws StoreError.
    AtRest(const Config& config, const std::filesystem::path& scratch);
    AtRest(const AtRest&) = delete;
    AtRest& operator=(const AtRest&) = delete;
    ~AtRest();
    const std::filesystem::path& path() const { return path_; }

private:
    void look_at_newer_copy(const Config& config);

    std::filesystem::path path_, copy_;
};

}  // namespace canteen
