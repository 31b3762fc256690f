// A file at rest to look at: the database itself, or, while a server writes it, a copy made beside that, or, of an
// older program's, a copy brought up to date; the copy goes with this object.
#pragma once

#include <filesystem>

#include "canteen/engine/config.h"

namespace canteen {

class AtRest {
public:
    // `scratch`: where a copy goes. Throws StoreError.
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
