#include "canteen/files/statements/member_export.h"

#include <boost/json/object.hpp>

#include "canteen/files/statements/export_values.h"
#include "canteen/files/statements/export_words.h"
#include "canteen/files/statements/json_text.h"
#include "canteen/files/statements/member_json.h"
#include "canteen/files/statements/order_json.h"

namespace canteen {
namespace {

namespace json = boost::json;

constexpr auto about_zh = "本文件列出本食堂保存的关于您本人的全部信息。金额以元计；时间为北京时间。";
constexpr auto about_en =
    "This document holds everything this canteen keeps about you. Sums are in yuan; times are those of Beijing.";

json::object merged_record(const Member& member) {
    return {{"record", member_json(member)}, {"applications", applications_json(member)}};
}

json::object hours(const VolunteerHours& hours) {
    return {{"date", to_string(hours.date)},
            {"minutes", hours.minutes},
            {"activity", hours.activity},
            {"points", hours.points}};
}

json::object move(const KeptMove& move) {
    json::object written{{"at", json_time(move.at)}, {"what", move.what}};
    if (move.what == "points") {
        written["points"] = move.by;
    } else {
        written["yuan"] = json_yuan({move.by});
    }
    written["order"] = json_id(move.order.bytes);
    return written;
}

json::object use(const KeptUse& use) {
    json::object written{{"scheme", use.key.scheme}, {"kind", word_of(use.key.kind)}, {"period", use.key.period}};
    if (is_amount(use.key.kind)) {
        written["yuan"] = json_yuan({use.used});
    } else {
        written["meals"] = use.used;
    }
    return written;
}

}  // namespace

std::string write_member_export(const KeptOfMember& kept) {
    const json::object written{
        {"about", {{"zh", about_zh}, {"en", about_en}}},
        {"as_of", json_time(kept.as_of)},
        {"record", member_json(kept.member)},
        {"applications", applications_json(kept.member)},
        {"cards", cards_json(kept.member)},
        {"merged_records", json_list(kept.merged, merged_record)},
        {"balances", {{"principal_yuan", json_yuan(kept.principal)}, {"bonus_yuan", json_yuan(kept.bonus)}}},
        {"points", kept.points},
        {"volunteer_hours", json_list(kept.hours, hours)},
        {"account_moves", json_list(kept.moves, move)},
        {"rights_used", json_list(kept.uses, use)},
        {"orders", json_list(kept.orders, order_json)},
    };
    return indented_json(written);
}

}  // namespace canteen
