// The subcommands of the office: what they say is asked of the running server, or of this process if none runs. Each
// returns the process's exit code: 0 done, 1 refused. They throw OperatorError, StoreError, KeyFileError, AdminError.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "canteen/cli/refund_words.h"
#include "canteen/reports/explain_request.h"

namespace canteen {

// Says line by line why the order comes to what it comes to.
int explain_order(const Config& config, const ExplainWords& words, std::ostream& out);
// `lines`: "2x1", portions or grams of a line, none for all that is left.
int refund_order(const Config& config, const std::string& date, const std::string& number, const std::string& reason,
                 const std::vector<std::string>& lines, std::ostream& out);
// A member's account: the words of account_words.h.
int ask_account(const Config& config, const std::vector<std::string>& words, std::ostream& out);
// Lists what is proposed for the member's meals since the business date; the office confirms each as a refund of reason
// correction.
int list_corrections_of(const Config& config, const std::string& number, const std::string& from, std::ostream& out);
// A word that is `-`, or ends so behind its NAME=, is the next line of `in`: card and ID numbers need not stand in the
// shell's history. Throws OperatorError if a line is missing.
std::vector<std::string> with_lines_of(std::istream& in, std::vector<std::string> words);
// The office's words, see office_words.h; `out_file`: where a file goes, or "" to print it.
int ask_office(const Config& config, const std::vector<std::string>& words, const std::filesystem::path& out_file,
               std::ostream& out);
// A frame of canteen.v1.json, answered by such a frame.
int ask_frame(const Config& config, const std::string& json, std::ostream& out);

}  // namespace canteen
