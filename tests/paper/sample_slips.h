// A lunch of made-up people, as its slips tell of it.
#pragma once

#include "canteen/domain/base/time.h"
#include "pos-client/slips/kitchen_slip.h"
#include "pos-client/slips/receipt_facts.h"
#include "pos-client/slips/shift_facts.h"
#include "pos-client/slips/small_slips.h"

namespace canteen::till::test {

// A minute of the day of these slips.
inline Timestamp at(std::string_view minute) {
    return instant_at_site(*make_date(2026, 11, 30), *parse_minute(minute));
}

inline bool is_chinese(Language language) {
    return language == Language::zh;
}
inline std::string either(Language language, const char* chinese, const char* english) {
    return is_chinese(language) ? chinese : english;
}

// The mock's receipt: a set, a dish, a weighed one; two payers and the canteen; card and cash.
inline ReceiptFacts sample_receipt(Language language) {
    const auto say = [language](const char* zh, const char* en) { return either(language, zh, en); };
    ReceiptFacts facts;
    facts.language = language;
    facts.canteen = say("青禾社区食堂", "Qinghe Canteen");
    facts.address = say("槐树街 12 号", "12 Huaishu Street");
    facts.shift = "A-12";
    facts.cashier = say("李慧", "Li Hui");
    facts.pickup = "A036";
    facts.sold_at = at("11:48");
    facts.member = ReceiptMember{say("陈淑芬", "Chen Shufen"), "1234"};
    facts.lines = {{say("套餐A 两荤一素一汤", "Set A: 2 meat, veg, soup"), 1, 0, {1500}, {1500}},
                   {say("回锅肉（软烂）", "Twice-cooked pork (soft)"), 1, 0, {1200}, {1200}},
                   {say("凉拌三丝", "Shredded salad"), 160, 100, {350}, {560}}};
    facts.lines[0].chosen =
        say("红烧肉、宫保鸡丁、炒青菜、番茄蛋汤", "Braised pork, Kung Pao chicken, greens, tomato soup");
    facts.list_price = {3260};
    facts.reductions = {{say("区补贴", "District subsidy"), say("区里", "District"), {400}},
                        {say("街道补贴", "Street subsidy"), say("街道", "Street"), {200}},
                        {say("食堂让利 单点9折", "Canteen 10%"), say("食堂", "Canteen"), {176}}};
    facts.to_pay = {2484};
    facts.tenders = {{TenderKind::stored_value, {1484}}, {TenderKind::cash, {1000}, Fen{2000}, {1000}}};
    facts.balance = ReceiptBalance{{7156}};
    facts.qr = "canteen:A036:2026-11-30";
    return facts;
}

// The same, sold while the server was away.
inline ReceiptFacts sample_queued_receipt(Language language) {
    auto facts = sample_receipt(language);
    facts.is_queued = true;
    facts.reductions[0].is_provisional = true;
    facts.reductions[1].is_provisional = true;
    facts.tenders = {{TenderKind::stored_value, {2484}}};
    facts.balance = ReceiptBalance{{6156}, at("11:42")};
    return facts;
}

inline KitchenFacts sample_kitchen_order(Language language) {
    const auto say = [language](const char* zh, const char* en) { return either(language, zh, en); };
    return {language,
            say("1 号收银台", "Till 1"),
            "A037",
            at("11:50"),
            ServiceMode::takeaway,
            {{say("番茄鸡蛋面", "Tomato noodles"), 2, false, say("软烂，少盐", "soft, little salt")},
             {say("清蒸鱼", "Steamed fish"), 350, true, ""}}};
}

inline ShiftFacts sample_shift(Language language) {
    const auto say = [language](const char* zh, const char* en) { return either(language, zh, en); };
    ShiftFacts facts;
    facts.language = language;
    facts.shift = "A-12";
    facts.cashier = say("李慧", "Li Hui");
    facts.till = say("1 号收银台", "Till 1");
    facts.opened_at = at("07:30");
    facts.closed_at = at("14:05");
    facts.cash.opening_float = {50000};
    facts.cash.sales = {86, {174860}};
    facts.cash.top_ups = {3, {30000}};
    facts.cash.refunds = {2, {-2120}};
    facts.cash.moves = {{SlipMove::safe_drop, at("12:20"), say("王敏", "Wang Min"), {-50000}}};
    facts.cash.expected = {202740};
    facts.cash.notes = {{{10000}, 12}, {{5000}, 6}, {{2000}, 9}, {{1000}, 21},
                        {{500}, 17},   {{100}, 46}, {{50}, 22},  {{10}, 14}};
    facts.cash.counted = {203340};
    facts.tenders = {{TenderKind::cash, {174860}}, {TenderKind::stored_value, {51246}}, {TenderKind::wechat, {30060}}};
    facts.orders = {142, {256166}};
    facts.payers = {{say("区补贴", "District"), {78, {31200}}}, {say("街道补贴", "Street"), {78, {15600}}}};
    facts.portions_sold = 311;
    facts.portions_back = 3;
    facts.not_at_the_server = {"A034", "A035"};
    facts.held_baskets = 1;
    facts.journal = JournalHead{4812, at("11:46"), "9f3c 71aa 0b5e d284"};
    return facts;
}

inline TopUpFacts sample_top_up(Language language) {
    const auto say = [language](const char* zh, const char* en) { return either(language, zh, en); };
    TopUpFacts facts;
    facts.language = language;
    facts.canteen = say("青禾社区食堂", "Qinghe Canteen");
    facts.shift = "A-12";
    facts.cashier = say("李慧", "Li Hui");
    facts.at = at("10:15");
    facts.member = {say("陈淑芬", "Chen Shufen"), "1234"};
    facts.paid = {TenderKind::cash, {10000}};
    facts.bonus = {500};
    facts.balance = ReceiptBalance{{17656}};
    return facts;
}

inline DrawerSlipFacts sample_safe_drop(Language language) {
    const auto say = [language](const char* zh, const char* en) { return either(language, zh, en); };
    return {language,
            say("青禾社区食堂", "Qinghe Canteen"),
            say("1 号收银台", "Till 1"),
            "A-12",
            {SlipMove::safe_drop, at("12:20"), say("王敏", "Wang Min"), {-50000}},
            say("午餐高峰", "lunch rush")};
}

}  // namespace canteen::till::test
