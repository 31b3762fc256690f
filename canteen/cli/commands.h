// The subcommands, free of the command line's parsing. Each returns the process's exit code: 0 done, 1 refused or found
// something; what is wrong with files or arguments is thrown (OperatorError, StoreError, KeyFileError, AdminError).
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "canteen/engine/config.h"
#include "canteen/engine/host_clock.h"
#include "canteen/reports/explain_request.h"

namespace canteen {

int init(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out);
// Serves until it is told to stop; says where on `out`.
int serve(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out);
// `priority`: of a scheme, a number, or "": as before. `is_strict`: what should be looked at is not imported.
int import_file(const Config& config, const std::string& kind, const std::filesystem::path& file,
                const std::string& priority, std::ostream& out, bool is_strict = false);
// Prints the one-time code.
int enrol(const Config& config, const std::string& role, const std::string& name, const std::string& letters,
          std::ostream& out);
// A till enrolled before, that goes on under a new key.
int enrol_again(const Config& config, const std::string& role, const std::string& name, std::ostream& out);
// Who is let in, one line each.
int devices(const Config& config, std::ostream& out);
// `device`: its name, or its id if several have the name.
int revoke(const Config& config, const std::string& device, std::ostream& out);
// Says line by line why the order comes to what it comes to.
int explain_order(const Config& config, const ExplainWords& words, std::ostream& out);
// `anchor`: "SEQ:HASH" as printed by an earlier verify, or "". `claim`: a claim's file to hold against the journal, or
// "".
int verify_database(const Config& config, const std::string& anchor, const std::filesystem::path& claim,
                    std::ostream& out);
// `date`: the order's business date; `lines`: "2x1", portions or grams of a line, none for all that is left.
int refund_order(const Config& config, const std::string& date, const std::string& number, const std::string& reason,
                 const std::vector<std::string>& lines, std::ostream& out);
// A member's account, or corrections: the words of account_words.h and refund_desk.h.
int ask_account(const Config& config, std::vector<std::string> words, std::ostream& out);
// A word that is `-`, or ends so behind its NAME=, is the next line of `in`: card and ID numbers need not stand in the
// shell's history. Throws OperatorError if a line is missing.
std::vector<std::string> with_lines_of(std::istream& in, std::vector<std::string> words);
// The office's words, see office_words.h; `out_file`: where a file goes, or "" to print it.
int ask_office(const Config& config, std::vector<std::string> words, const std::filesystem::path& out_file,
               std::ostream& out);
// A frame of canteen.v1.json, from a file.
int ask_frame(const Config& config, const std::filesystem::path& file, std::ostream& out);
int rebuild_database(const Config& config, const std::filesystem::path& to, std::ostream& out);
int restore_database(const Config& config, const std::filesystem::path& from, std::ostream& out);
int backup_database(const Config& config, const std::filesystem::path& to, std::ostream& out);

}  // namespace canteen
