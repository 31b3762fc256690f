// The subcommands, free of the command line's parsing. Each returns the process's exit code: 0 done, 1 refused or found
// something. Throws OperatorError, StoreError, KeyFileError or AdminError for what is wrong with files or arguments.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "canteen/engine/config.h"
#include "canteen/engine/host_clock.h"

namespace canteen {

int init(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out);
// Serves until it is told to stop; prints its address to `out`.
int serve(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out);
// `priority` is a scheme's, a number, or "" to leave it as before. With `is_strict` nothing is imported that should be
// looked at.
int import_file(const Config& config, const std::string& kind, const std::filesystem::path& file,
                const std::string& priority, std::ostream& out, bool is_strict = false);
// Prints the one-time code.
int enrol(const Config& config, const std::string& role, const std::string& name, const std::string& letters,
          std::ostream& out);
// Lets a till that was enrolled before go on under a new key.
int enrol_again(const Config& config, const std::string& role, const std::string& name, std::ostream& out);
// Lists who is let in, one line each.
int devices(const Config& config, std::ostream& out);
// `device` is its name, or its id if several have the name.
int revoke(const Config& config, const std::string& device, std::ostream& out);
// `anchor` is "SEQ:HASH" as printed by an earlier verify, or "". `claim` is a claim's file to check against the
// journal, or "".
int verify_database(const Config& config, const std::string& anchor, const std::filesystem::path& claim,
                    std::ostream& out);
// Returns the bytes of a file to import or send. Throws OperatorError for one that cannot be opened or is too large.
std::string text_of(const std::filesystem::path& path);
int rebuild_database(const Config& config, const std::filesystem::path& to, std::ostream& out);
int restore_database(const Config& config, const std::filesystem::path& from, std::ostream& out);
int backup_database(const Config& config, const std::filesystem::path& to, std::ostream& out);

}  // namespace canteen
