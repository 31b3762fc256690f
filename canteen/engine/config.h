// The settings the server reads at its start: one TOML file in the data directory, made by `init`. Read once; values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "canteen/domain/base/operator_error.h"
#include "canteen/domain/model/site.h"

namespace canteen {

struct Config {
    Site site;
    std::filesystem::path directory;  // holds everything below
    std::filesystem::path key_file;   // outside backups: by default beside the directory's database, mode 0600
    std::string address = "127.0.0.1";
    std::uint16_t port = 8470;  // 0: any free one, said at start
    std::vector<std::string> hosts{"localhost",
                                   "127.0.0.1"};  // names clients may dial; checked against Origin and signed hellos
    std::filesystem::path pages;                  // the built pages; empty: none are served
    std::set<std::string> fronts;                 // addresses of TLS fronts, which must say for whom they ask
    bool insecure_lan = false;                    // listen beyond loopback without TLS
    bool demo = false;                            // made by init --demo: the clock may be set
    std::size_t max_connections = 200;
    std::filesystem::path scratch;  // where copies to be checked go; empty: into the directory

    std::filesystem::path database() const { return directory / "canteen.db"; }
    std::filesystem::path admin_socket() const { return directory / "admin.sock"; }
    const std::filesystem::path& scratch_directory() const { return scratch.empty() ? directory : scratch; }
    static std::filesystem::path file_in(const std::filesystem::path& directory) { return directory / "canteen.toml"; }
};

// Throws OperatorError: no file, no TOML, an unknown key, a wrong type or value.
Config load_config(const std::filesystem::path& directory);
// Writes a new file; throws OperatorError if one is there already.
void write_config(const Config& config);

// True if other machines may dial it.
bool listens_beyond_loopback(const Config& config);
// Says what is wrong with listening there, or "": beyond loopback needs --insecure-lan.
std::string listen_problem(const Config& config);

}  // namespace canteen
