#include "canteen/engine/config.h"

#include <toml++/toml.h>
#include <algorithm>
#include <fstream>
#include <set>

#include "canteen/app/address.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member_checks.h"

namespace canteen {
namespace {

constexpr std::int64_t most_offline_sales = 10'000;

[[noreturn]] void wrong(const std::filesystem::path& file, const std::string& what) {
    throw OperatorError(file.string() + ": " + what);
}

void refuse_unknown_keys(const toml::table& table, const std::filesystem::path& file) {
    static const std::set<std::string_view> known{"name",
                                                  "area",
                                                  "served_area",
                                                  "own_kitchen",
                                                  "address",
                                                  "port",
                                                  "hosts",
                                                  "pages",
                                                  "key_file",
                                                  "demo",
                                                  "front",
                                                  "max_connections",
                                                  "hold_minutes",
                                                  "late_sale_minutes",
                                                  "offline_account_sales",
                                                  "offline_account_fen"};
    for (const auto& [key, value] : table)
        if (!known.contains(key.str())) wrong(file, "unknown key '" + std::string(key.str()) + "'");
}

void require_plain(std::string_view key, const std::string& text, const std::filesystem::path& file) {
    if (!is_plain_text(text)) wrong(file, "'" + std::string(key) + "' holds what cannot be seen or printed");
}

template <class T>
T value_or(const toml::table& table, std::string_view key, T fallback, const std::filesystem::path& file) {
    if (!table.contains(key)) return fallback;
    auto value = table[key].template value_exact<T>();
    if (!value) wrong(file, "'" + std::string(key) + "' has the wrong type");
    if constexpr (std::is_same_v<T, std::string>) require_plain(key, *value, file);
    return *value;
}

std::int64_t number_or(const toml::table& table, std::string_view key, std::int64_t fallback, std::int64_t min,
                       std::int64_t max, const std::filesystem::path& file) {
    auto value = value_or<std::int64_t>(table, key, fallback, file);
    if (value < min || value > max)
        wrong(file, "'" + std::string(key) + "' must be from " + std::to_string(min) + " to " + std::to_string(max));
    return value;
}

void read_hosts(const toml::table& table, Config& config, const std::filesystem::path& file) {
    const auto* hosts = table["hosts"].as_array();
    if (!hosts) return;
    config.hosts.clear();
    for (const auto& host : *hosts) {
        if (!host.is_string()) wrong(file, "'hosts' must be a list of names");
        require_plain("hosts", host.as_string()->get(), file);
        config.hosts.push_back(host.as_string()->get());
    }
}

void read_fronts(const toml::table& table, Config& config, const std::filesystem::path& file) {
    if (!table.contains("front")) return;
    const auto* fronts = table["front"].as_array();
    if (!fronts) wrong(file, "'front' must be a list of addresses");
    for (const auto& front : *fronts) {
        if (!front.is_string() || !is_address(front.as_string()->get()))
            wrong(file, "'front' must be a list of addresses, like \"192.168.1.2\"");
        config.fronts.insert(front.as_string()->get());
    }
}

void read_site(const toml::table& table, Site& site, const std::filesystem::path& file) {
    site.name = value_or<std::string>(table, "name", "", file);
    site.area = value_or<std::string>(table, "area", "", file);
    if (site.name.empty()) wrong(file, "'name' of the site is missing");
    if (site.area.size() != 9 || !is_area(site.area)) wrong(file, "'area' must be the site's street code of 9 digits");
    site.served_area = value_or<std::string>(table, "served_area", "", file);
    if (!site.served_area.empty() && !is_area(site.served_area))
        wrong(file, "'served_area' must be an area code of 2, 4, 6 or 9 digits");
    site.own_kitchen = value_or<bool>(table, "own_kitchen", true, file);
    site.hold_for = std::chrono::minutes(number_or(table, "hold_minutes", site.hold_for.count(), 1, 120, file));
    site.late_sale_after =
        std::chrono::minutes(number_or(table, "late_sale_minutes", site.late_sale_after.count(), 1, 240, file));
    auto& offline = site.offline_accounts;
    offline.most_sales = static_cast<std::uint32_t>(
        number_or(table, "offline_account_sales", offline.most_sales, 0, most_offline_sales, file));
    offline.most_sum.value =
        number_or(table, "offline_account_fen", offline.most_sum.value, 0, max_order_sum.value, file);
}

}  // namespace

Config load_config(const std::filesystem::path& directory) {
    auto file = Config::file_in(directory);
    if (!std::filesystem::exists(file)) wrong(file, "not there; `canteen-server init` makes it");
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        wrong(file, "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
    }
    refuse_unknown_keys(table, file);
    Config config;
    config.directory = directory;
    read_site(table, config.site, file);
    config.key_file = value_or<std::string>(table, "key_file", (directory / "canteen.key").string(), file);
    config.address = value_or<std::string>(table, "address", config.address, file);
    config.port = static_cast<std::uint16_t>(number_or(table, "port", config.port, 0, 65'535, file));
    config.pages = value_or<std::string>(table, "pages", "", file);
    config.demo = value_or<bool>(table, "demo", false, file);
    config.max_connections = static_cast<std::size_t>(number_or(table, "max_connections", 200, 1, 20'000, file));
    read_hosts(table, config, file);
    read_fronts(table, config, file);
    return config;
}

void write_config(const Config& config) {
    auto file = Config::file_in(config.directory);
    if (std::filesystem::exists(file)) wrong(file, "is there already; this canteen was made before");
    require_plain("name", config.site.name, file);
    for (const auto& host : config.hosts) require_plain("hosts", host, file);
    toml::array hosts;
    for (const auto& host : config.hosts) hosts.push_back(host);
    toml::table table{{"name", config.site.name},
                      {"area", config.site.area},
                      {"own_kitchen", config.site.own_kitchen},
                      {"address", config.address},
                      {"port", std::int64_t{config.port}},
                      {"hosts", hosts},
                      {"key_file", config.key_file.string()},
                      {"demo", config.demo}};
    std::ofstream out(file);
    out << "# The canteen's configuration; deploy/OPERATIONS.md lists every key.\n" << table << "\n";
    if (!out.flush()) wrong(file, "cannot be written");
}

bool listens_beyond_loopback(const Config& config) {
    return !config.address.starts_with("127.") && config.address != "::1" && config.address != "localhost";
}

std::string listen_problem(const Config& config) {
    if (!listens_beyond_loopback(config) || config.insecure_lan) return "";
    return "listening on " + config.address + " without TLS needs --insecure-lan; better put a TLS front before it";
}

}  // namespace canteen
