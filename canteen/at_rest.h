// A file at rest to look at: the database itself, a copy the running server makes, or, of an older program's, a copy
// brought up to date; the copy goes with this object.
#pragma once

#include <filesystem>

#include "canteen/config.h"

namespace canteen {

class AtRest {
public:
    // Throws AdminError if the running server makes no copy.
    explicit AtRest(const Config& config);
    AtRest(const AtRest&) = delete;
    AtRest& operator=(const AtRest&) = delete;
    ~AtRest();
    const std::filesystem::path& path() const { return path_; }

private:
    void look_at_newer_copy();

    std::filesystem::path path_, copy_;
};

}  // namespace canteen
