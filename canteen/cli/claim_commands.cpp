#include "canteen/cli/claim_commands.h"

#include <limits>
#include <utility>

#include "canteen/files/disk_file.h"
#include "canteen/reports/claims.h"

namespace canteen {
namespace {

ClaimPayer payer_of(const ClaimWords& words) {
    auto payer = parse_claim_payer(words.payer);
    if (!payer) throw OperatorError("--payer must be SCHEME/PAYER");
    return *payer;
}

ClaimPeriod period_of(const ClaimWords& words) {
    auto period = parse_claim_period(words.period);
    if (!period) throw OperatorError("--period must be a month like 2026-04 or a quarter like 2026Q2");
    return *period;
}

// Reads the file however long it is: a large canteen's claim names each of its meals.
std::string claim_in(const std::filesystem::path& path) {
    auto text = read_whole(path, std::numeric_limits<std::uintmax_t>::max());
    if (!text) throw OperatorError(path.string() + ": " + to_string(text.error()));
    return std::move(text).value();
}

}  // namespace

int run_claim_print(const Config& config, const PrintWords& words, std::ostream& out) {
    for (const auto& path : {words.persons, words.meals, words.workbook})
        if (!path.empty() && std::filesystem::exists(path)) throw OperatorError(path.string() + " is there already");
    auto printed = print_claim(claim_in(words.claim), config.database(), load_key_file(config.key_file), config.site);
    write_new(words.persons, printed.persons);
    write_new(words.meals, printed.meals);
    if (!words.workbook.empty()) write_new(words.workbook, printed.workbook);
    out << "printed; the files name persons\n";
    return EXIT_SUCCESS;
}

int run_claim(const Config& config, const ClaimWords& words, std::ostream& out) {
    auto payer = payer_of(words);
    auto period = period_of(words);
    auto text = claim_file(config.database(), load_key_file(config.key_file), payer, period);
    write_new(words.out, text);
    out << text.substr(0, text.find("\n\n") + 1);
    return EXIT_SUCCESS;
}

}  // namespace canteen
