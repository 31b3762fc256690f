// The project's own source files as text, for the tests of the house.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace canteen::house {

struct SourceFile {
    std::string path;  // from the root, "canteen/domain/order.h"
    std::vector<std::string> lines;

    bool is_in(const std::string& folder) const { return path.starts_with(folder + "/"); }
    bool ends_with(const std::string& ending) const { return path.ends_with(ending); }
};

inline SourceFile read_source(const std::filesystem::path& file, const std::filesystem::path& root) {
    SourceFile source{std::filesystem::relative(file, root).generic_string(), {}};
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) source.lines.push_back(line);
    return source;
}

// Returns all files below the folders with one of these endings, in order of path.
inline std::vector<SourceFile> sources(const std::vector<std::string>& folders,
                                       const std::vector<std::string>& endings) {
    const std::filesystem::path root = CANTEEN_SOURCE_DIR;
    std::vector<SourceFile> found;
    for (const auto& folder : folders) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            auto name = entry.path().generic_string();
            if (name.find("/node_modules/") != std::string::npos) continue;
            for (const auto& ending : endings)
                if (entry.is_regular_file() && name.ends_with(ending)) found.push_back(read_source(entry.path(), root));
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return found;
}

}  // namespace canteen::house
