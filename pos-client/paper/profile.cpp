#include "pos-client/paper/profile.h"

#include <boost/json.hpp>
#include <exception>

namespace canteen::till {
namespace {

constexpr std::string_view gb18030_name = "gb18030", raster_name = "raster";

bool is_width_of_paper(std::int64_t columns) {
    return columns == 32 || columns == 42 || columns == 48;
}

}  // namespace

std::string to_json(const PrintProfile& profile) {
    const bool is_raster = profile.code_page == CodePage::raster_only;
    return boost::json::serialize(boost::json::object{{"columns", profile.columns},
                                                      {"code_page", is_raster ? raster_name : gb18030_name},
                                                      {"cutter", profile.has_cutter},
                                                      {"drawer", profile.has_drawer},
                                                      {"status", profile.answers_status}});
}

std::optional<PrintProfile> print_profile_of(std::string_view json) {
    try {
        const auto value = boost::json::parse(json);
        const auto& object = value.as_object();
        const auto columns = object.at("columns").as_int64();
        const std::string_view page = object.at("code_page").as_string();
        if (!is_width_of_paper(columns) || (page != raster_name && page != gb18030_name)) return std::nullopt;
        return PrintProfile{static_cast<int>(columns), page == raster_name ? CodePage::raster_only : CodePage::gb18030,
                            object.at("cutter").as_bool(), object.at("drawer").as_bool(),
                            object.at("status").as_bool()};
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace canteen::till
