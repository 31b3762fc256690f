#include "pos-client/service/away_tills.h"

#include "pos-client/outbox/till_directory.h"

namespace canteen::till {

bool AwayTills::take_back(Time now) {
    return std::erase_if(until_, [now](const auto& away) {
               return now >= away.second && TillDirectory::is_free(away.first);
           }) > 0;
}

}  // namespace canteen::till
