#include "canteen/files/claims/claim_csv.h"

#include <algorithm>
#include <map>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/model/names.h"
#include "canteen/files/csv.h"

namespace canteen {
namespace {

constexpr const char* format_name = "canteen-claim-1";
constexpr std::string_view end_of_manifest = "\n\n";

std::string steps_of(const ClaimLine& line) {
    std::string text;
    for (auto step : line.steps) text += (text.empty() ? "" : "+") + std::to_string(step);
    return text;
}

struct Totals {
    Fen food, share;
    std::size_t late_lines = 0;
    Fen late_share;
};
Totals totals_of(const std::vector<ClaimLine>& lines) {
    Totals totals;
    for (const auto& line : lines) {
        totals.food += line.food;
        totals.share += line.share;
        if (!line.late) continue;
        ++totals.late_lines;
        totals.late_share += line.share;
    }
    return totals;
}

FileError not_a_claim(std::string what) {
    return {0, 0, "", "not a claim: " + std::move(what)};
}

}  // namespace

std::string write_claim_table(const ClaimPayer& payer, const std::vector<ClaimLine>& lines,
                              const MemberReference& reference) {
    std::string out =
        "line,order,period,date,meal,mode,member,scheme,version,steps,food_fen,asked_before_fen,share_fen,device,"
        "pickup,"
        "journal_seq\n";
    std::size_t number = 0;
    for (const auto& line : lines) {
        out += csv_row({std::to_string(++number), to_hex(line.order.bytes), month_text(line.meal.date),
                        to_string(line.meal.date), name_of(line.meal.slot), name_of(line.mode),
                        line.member.is_nil() ? "" : reference(line.member), payer.scheme, line.version, steps_of(line),
                        std::to_string(line.food.value), std::to_string(line.asked_before.value),
                        std::to_string(line.share.value), to_hex(line.device.bytes),
                        line.pickup.letters.empty() ? "" : to_string(line.pickup), std::to_string(line.booked)});
    }
    return out;
}

std::string write_claim_manifest(const ClaimManifest& manifest, const std::vector<ClaimLine>& lines,
                                 const std::string& table_hash) {
    auto totals = totals_of(lines);
    std::string out = "name,value\n";
    out += csv_row({"format", format_name});
    out += csv_row({"scheme", manifest.payer.scheme});
    out += csv_row({"payer", manifest.payer.payer});
    out += csv_row({"period", to_string(manifest.period)});
    out += csv_row({"as_of", manifest.as_of});
    out += csv_row({"lines", std::to_string(lines.size())});
    out += csv_row({"food_fen", std::to_string(totals.food.value)});
    out += csv_row({"share_fen", std::to_string(totals.share.value)});
    out += csv_row({"late_lines", std::to_string(totals.late_lines)});
    out += csv_row({"late_share_fen", std::to_string(totals.late_share.value)});
    out += csv_row({"table_hash", table_hash});
    return out + "\n";
}

Result<ClaimManifest> read_claim_manifest(std::string_view text) {
    auto end = text.find(end_of_manifest);
    if (end == std::string_view::npos) return not_a_claim("no blank line ends its manifest");
    auto table = read_csv(text.substr(0, end), {"name", "value"}, {});
    if (!table) return table.error();
    std::map<std::string, std::string> values;
    for (const auto& row : table->rows) values[table->cell(row, "name").text] = table->cell(row, "value").text;
    if (values["format"] != format_name) return not_a_claim("its format is not " + std::string(format_name));
    auto period = parse_claim_period(values["period"]);
    if (!period) return not_a_claim("its period is no month or quarter");
    if (values["scheme"].empty() || values["payer"].empty()) return not_a_claim("it names no scheme or payer");
    return ClaimManifest{{values["scheme"], values["payer"]}, *period, values["as_of"]};
}

}  // namespace canteen
