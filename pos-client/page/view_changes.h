// Keeps what one page has been told: finds the parts that changed since. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "canteen/v1/till_page.pb.h"

namespace canteen::till {

class ViewChanges {
public:
    // Returns the parts that differ from those told before, under the next number; nothing if none does. The clock
    // alone is no change.
    std::optional<v1::TillView> since_last(const v1::TillView& whole);

private:
    std::uint64_t number_ = 0;
    std::map<int, std::string> told_;  // by field
};

}  // namespace canteen::till
