#include "pos-client/printer/printer_setup.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <stdexcept>

#include "canteen/domain/base/number.h"

namespace canteen::till {
namespace {

namespace json = boost::json;

struct NamedKind {
    PrintKind kind;
    std::string_view name;
};
constexpr auto kind_names = std::to_array<NamedKind>({{PrintKind::guest_receipt, "receipts"},
                                                      {PrintKind::kitchen_slip, "kitchen"},
                                                      {PrintKind::shift_slip, "shifts"},
                                                      {PrintKind::other, "other"},
                                                      {PrintKind::drawer, "drawer"}});

json::array names_of(const std::vector<PrintKind>& kinds) {
    json::array names;
    for (const auto kind : kinds) names.emplace_back(std::ranges::find(kind_names, kind, &NamedKind::kind)->name);
    return names;
}

PrintKind kind_of(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name, &NamedKind::name);
    if (found == kind_names.end()) throw std::invalid_argument("no kind of print");
    return found->kind;
}

// Throws for a value that is no printer.
PrinterSetup setup_of(const json::object& object) {
    PrinterSetup setup;
    setup.name = object.at("name").as_string().c_str();
    setup.address = object.at("address").as_string().c_str();
    const auto profile = print_profile_of(json::serialize(object.at("profile")));
    for (const auto& kind : object.at("kinds").as_array()) setup.kinds.push_back(kind_of(kind.as_string()));
    if (setup.name.empty() || setup.kinds.empty() || !profile || !printer_address_of(setup.address))
        throw std::invalid_argument("no printer");
    setup.profile = *profile;
    return setup;
}

}  // namespace

bool PrinterSetup::takes(PrintKind kind) const {
    return std::ranges::find(kinds, kind) != kinds.end();
}

std::optional<PrinterAddress> printer_address_of(std::string_view text) {
    if (text.empty() || text.find_first_of(" \t\r\n") != std::string_view::npos) return std::nullopt;
    if (text.front() == '/') return DevicePath{std::string(text)};
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return NetworkAddress{std::string(text)};
    const auto port = whole_number<std::uint16_t>(text.substr(colon + 1));
    if (colon == 0 || !port || *port == 0) return std::nullopt;
    return NetworkAddress{std::string(text.substr(0, colon)), *port};
}

std::string to_json(const std::vector<PrinterSetup>& printers) {
    json::array list;
    for (const auto& [name, address, profile, kinds] : printers)
        list.emplace_back(json::object{{"name", name},
                                       {"address", address},
                                       {"profile", json::parse(to_json(profile))},
                                       {"kinds", names_of(kinds)}});
    return json::serialize(list);
}

std::optional<std::vector<PrinterSetup>> printers_of(std::string_view text) {
    try {
        std::vector<PrinterSetup> printers;
        const auto list = json::parse(text);
        for (const auto& each : list.as_array()) printers.push_back(setup_of(each.as_object()));
        return printers.size() > max_printers ? std::nullopt : std::optional(std::move(printers));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace canteen::till
