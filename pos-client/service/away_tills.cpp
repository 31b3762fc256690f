#include "pos-client/service/away_tills.h"

#include "pos-client/outbox/till_directory.h"

namespace canteen::till {

void AwayTills::lend_taken(const std::vector<std::filesystem::path>& directories, Time now) {
    for (const auto& directory : directories)
        if (!has(directory) && !TillDirectory::is_free(directory)) lend(directory, now);
}

bool AwayTills::take_back(Time now) {
    return std::erase_if(until_, [now](const auto& away) {
               return now >= away.second && TillDirectory::is_free(away.first);
           }) > 0;
}

}  // namespace canteen::till
