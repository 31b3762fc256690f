// The subcommands of the office, which ask the running server, or this process if none runs. Each returns the process's
// exit code: 0 done, 1 refused. They throw OperatorError, StoreError, KeyFileError, AdminError.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "canteen/cli/refund_words.h"
#include "canteen/reports/explain_request.h"

namespace canteen {

// Says line by line how the order's sum comes about.
int explain_order(const Config& config, const ExplainWords& words, std::ostream& out);
// `lines` is "2x1", portions or grams of a line, or empty for all that is left.
int refund_order(const Config& config, const std::string& date, const std::string& number, const std::string& reason,
                 const std::vector<std::string>& lines, std::ostream& out);
// Runs the words of account_words.h on a member's account.
int ask_account(const Config& config, const std::vector<std::string>& words, std::ostream& out);
// Lists the corrections proposed for the member's meals since the business date; the office confirms each as a refund
// of reason correction.
int list_corrections_of(const Config& config, const std::string& number, const std::string& from, std::ostream& out);
// Replaces a word that is `-`, or ends so behind its NAME=, with the next line of `in`: card and ID numbers need not
// stand in the shell's history. Throws OperatorError if a line is missing.
std::vector<std::string> with_lines_of(std::istream& in, std::vector<std::string> words);
// Runs the office's words, see office_words.h. A file goes to `out_file`, or is printed if that is "".
int ask_office(const Config& config, const std::vector<std::string>& words, const std::filesystem::path& out_file,
               std::ostream& out);
// Sends a frame of canteen.v1.json and prints the frame that answers it.
int ask_frame(const Config& config, const std::string& json, std::ostream& out);

}  // namespace canteen
