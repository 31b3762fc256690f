// The suspects in a small file beside the database: a line each. Writer thread.
#pragma once

#include <filesystem>

#include "canteen/app/writer/suspects.h"

namespace canteen {

class SuspectFile final : public SuspectNote {
public:
    explicit SuspectFile(const std::filesystem::path& database) : path_(database.string() + ".suspects") {}

    // None if the file cannot be read: then all is decided as ever.
    std::vector<Suspect> load() override;
    // Removes the file if there are none.
    void keep(const std::vector<Suspect>& suspects) noexcept override;

private:
    std::filesystem::path path_;
};

}  // namespace canteen
