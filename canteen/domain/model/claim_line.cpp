#include "canteen/domain/model/claim_line.h"

#include "canteen/domain/base/number.h"

namespace canteen {
namespace {

std::optional<ClaimPeriod> months_from(int year, unsigned month, unsigned count) {
    auto first = make_date(year, month, 1);
    bool is_last_of_year = month + count > 12;
    auto next = make_date(is_last_of_year ? year + 1 : year, is_last_of_year ? month + count - 12 : month + count, 1);
    if (!first || !next) return std::nullopt;
    return ClaimPeriod{*first, *next + -1};
}

}  // namespace

std::optional<ClaimPayer> parse_claim_payer(std::string_view text) {
    auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return std::nullopt;
    return ClaimPayer{std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

std::string to_string(const ClaimPayer& payer) {
    return payer.scheme + "/" + payer.payer;
}

std::optional<ClaimPeriod> parse_claim_period(std::string_view text) {
    constexpr std::size_t month_length = 7;    // 2026-04
    constexpr std::size_t quarter_length = 6;  // 2026Q2
    if (text.size() != month_length && text.size() != quarter_length) return std::nullopt;
    auto year = whole_number<unsigned>(text.substr(0, 4));
    auto number = whole_number<unsigned>(text.substr(5));
    if (!year || !number || *number == 0) return std::nullopt;
    if (text.size() == quarter_length) {
        if (text[4] != 'Q' || *number > 4) return std::nullopt;
        return months_from(static_cast<int>(*year), *number * 3 - 2, 3);
    }
    if (text[4] != '-' || *number > 12) return std::nullopt;
    return months_from(static_cast<int>(*year), *number, 1);
}

int meals_added(const ClaimLine& line) {
    return static_cast<int>(line.asked_before + line.share > Fen{}) - static_cast<int>(line.asked_before > Fen{});
}

std::string month_text(Date date) {
    constexpr std::size_t year_and_month = 7;
    return to_string(date).substr(0, year_and_month);
}

std::string to_string(const ClaimPeriod& period) {
    auto text = month_text(period.first);
    if (month_start(period.last) == period.first) return text;
    auto month = static_cast<unsigned>(civil(period.first).month());
    return text.substr(0, 4) + "Q" + std::to_string((month + 2) / 3);
}

}  // namespace canteen
