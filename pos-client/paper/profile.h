// What a printer can do, found by its test page and kept on the till's disk. A value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canteen::till {

// How a printer gets its characters.
enum class CodePage : std::uint8_t {
    gb18030,      // from its own Chinese font, and from us as pictures what that lacks
    raster_only,  // from us, always as pictures
};

struct PrintProfile {
    int columns = 48;  // 32 (58 mm paper), 42 or 48 (80 mm)
    CodePage code_page = CodePage::gb18030;
    bool has_cutter = true;
    bool has_drawer = true;
    bool answers_status = true;  // false: it is not asked, and nothing it prints is confirmed
    bool operator==(const PrintProfile&) const = default;
};

// A JSON object of one line, and back; nothing for any other text, also for columns no paper has.
std::string to_json(const PrintProfile& profile);
std::optional<PrintProfile> print_profile_of(std::string_view json);

}  // namespace canteen::till
