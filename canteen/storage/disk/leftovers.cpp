#include "canteen/storage/disk/leftovers.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

#include "canteen/domain/base/number.h"

namespace canteen {
namespace {

constexpr std::string_view partial_ending = ".partial";
constexpr std::array<std::string_view, 2> scratch_beginnings{"check-", "canteen-verify-"};

std::optional<pid_t> process_in(std::string_view digits) {
    const auto number = whole_number<pid_t>(digits);
    return number && *number > 0 ? number : std::nullopt;
}

// Strips the ending of a file that SQLite or a lock keeps beside the named one.
std::string_view without_ending(std::string_view name) {
    for (std::string_view ending : {"-wal", "-shm", "-journal", ".lock"})
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    return name;
}

// Reads the process's number from a name like "canteen.db.4711.partial" or "check-4711.db"; nothing for any other name.
std::optional<pid_t> process_of(std::string_view name) {
    name = without_ending(name);
    if (name.ends_with(partial_ending)) {
        name.remove_suffix(partial_ending.size());
        const auto dot = name.rfind('.');
        return dot == std::string_view::npos ? std::nullopt : process_in(name.substr(dot + 1));
    }
    for (auto beginning : scratch_beginnings)
        if (name.starts_with(beginning) && name.ends_with(".db"))
            return process_in(name.substr(beginning.size(), name.size() - beginning.size() - 3));
    return std::nullopt;
}

bool is_alive(pid_t process) {
    return ::kill(process, 0) == 0 || errno != ESRCH;
}

std::size_t sweep(const std::filesystem::path& directory, std::string_view beginning) noexcept {
    std::size_t removed = 0;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(directory, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const auto name = entry->path().filename().string();
        if (!name.starts_with(beginning)) continue;
        const auto process = process_of(name);
        std::error_code ignored;
        if (process && !is_alive(*process) && std::filesystem::remove(entry->path(), ignored)) ++removed;
    }
    return removed;
}

}  // namespace

std::filesystem::path partial_name_of(const std::filesystem::path& path) {
    return path.string() + "." + std::to_string(::getpid()) + std::string(partial_ending);
}

std::filesystem::path scratch_name_in(const std::filesystem::path& directory, const std::string& what) {
    return directory / (what + "-" + std::to_string(::getpid()) + ".db");
}

void sweep_partials_of(const std::filesystem::path& path) noexcept {
    const auto directory = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    sweep(directory, path.filename().string() + ".");
}

std::size_t sweep_leftovers(const std::filesystem::path& directory) noexcept {
    return sweep(directory, "");
}

}  // namespace canteen
