#include "canteen/engine/suspect_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "canteen/domain/base/hex.h"
#include "canteen/storage/disk/store_files.h"

namespace canteen {
namespace {

constexpr std::size_t max_why_bytes = 300;

// "DEVICE COMMAND TIMES INSTANT WHY".
bool read_line(const std::string& line, Suspect& suspect) {
    std::istringstream text(line);
    std::string device, command;
    text >> device >> command >> suspect.failed_alone >> suspect.noted.ms;
    if (!text || !read_hex(device, suspect.device.bytes) || !read_hex(command, suspect.command.bytes)) return false;
    std::getline(text >> std::ws, suspect.why);
    return true;
}

std::string line_of(const Suspect& suspect) {
    auto why = suspect.why.substr(0, max_why_bytes);
    std::ranges::replace(why, '\n', ' ');
    return to_hex(suspect.device.bytes) + " " + to_hex(suspect.command.bytes) + " " +
           std::to_string(suspect.failed_alone) + " " + std::to_string(suspect.noted.ms) + " " + why + "\n";
}

}  // namespace

std::vector<Suspect> SuspectFile::load() {
    std::vector<Suspect> suspects;
    std::ifstream file(path_, std::ios::binary);
    for (std::string line; std::getline(file, line);)
        if (Suspect suspect; read_line(line, suspect)) suspects.push_back(std::move(suspect));
    return suspects;
}

void SuspectFile::keep(const std::vector<Suspect>& suspects) noexcept {
    try {
        const std::filesystem::path written = path_.string() + ".new";
        remove_database(written);
        if (!suspects.empty()) {
            make_private_file(written);
            std::ofstream file(written, std::ios::binary | std::ios::trunc);
            for (const auto& suspect : suspects) file << line_of(suspect);
            file.close();
            if (!file) return;
            sync_file(written);
            move_file(written, path_);
        } else {
            std::error_code ignored;
            std::filesystem::remove(path_, ignored);
        }
        sync_directory(directory_of(path_));
    } catch (const std::exception&) {  // without it the next start decides as this one did
    }
}

}  // namespace canteen
