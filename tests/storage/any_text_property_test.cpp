// Whatever text a command holds, and whatever way it came in: it is refused, or the journal, the tables made anew from
// it and the next start read it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/app/writer/writer.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"
#include "tests/support/each_text.h"

namespace canteen {
namespace {

using testing::each_text;

PlaceOrder ask_with_texts() {
    PlaceOrder ask;
    auto order = pork_order(77);
    ask.order = order.draft;
    ask.order.shown.shares.clear();
    ask.order.shown.to_pay = ask.order.shown.food;
    ask.tenders = {{TenderKind::wechat, ask.order.shown.food, "4200001"}};
    ask.answer_by = eleven + std::chrono::minutes(1);
    return ask;
}

std::vector<CommandBody> commands_with_texts() {
    const Date as_the_id_number_says{-7'305};
    auto member = senior(9);
    member.born = as_the_id_number_says;
    member.tags.at(0).evidence = "证 1";
    member.stays = {{"颐养院", {}}};
    member.carers = {{"测试乙", "19900001234", {}, {}}};
    auto imported = senior(8);
    imported.born = as_the_id_number_says;
    imported.cards = {{"C0008", CardState::active, {}}};
    auto menu = lunch_menu();
    menu.meal.date = menu.meal.date + 1;
    Device screen;
    screen.id = till_id(9);
    screen.role = Role::kitchen;
    screen.name = "厨房";
    const auto ask = ask_with_texts();
    const Employer employer{"acme", "某公司", "91510100MA6CABCD12", std::nullopt, true, {}};
    const PartnerAgreement agreement{"op", "运营方", {}, {{"租金", {100'00}, 0}}, 1, 2, {}, {}};
    const Tender bank{TenderKind::bank, {1'00}, "回单 1"};
    return {TopUp{member_id(1), {TenderKind::cash, {10'00}, "收据 1"}, {}},
            PayOut{member_id(1), {TenderKind::cash, {1'00}, "收据 2"}},
            PutMember{member},
            ImportMembers{{imported}},
            ImportMenus{{menu}},
            IssueCard{member_id(1), "C0001", ""},
            ReportCardLost{member_id(1), "C0001"},
            SetEmployer{employer},
            ReceiveFromEmployer{"acme", AccountKind::employer, bank},
            SetPartnerAgreement{agreement},
            RecordPartnerCost{{"op", lunch_day, "租金", {1'00}, "发票 1"}},
            EnrolDevice{screen},
            ask,
            RecordSale{ask.order, ask.tenders, eleven},
            NoteUnreadable{"a field"}};
}

// Makes bytes as terminals, clipboards and strangers send them.
rc::Gen<std::string> any_text() {
    const auto piece = rc::gen::element<std::string>(
        "a", "a", "b", "0", "0", "1", "1", "X", " ", "王", "王", "芳", "芳", "\xcd\xf5", "\xe7", "\xff",
        std::string(1, '\0'), "\n", "\r", "\u202e", "\u200b", "\u2028", "\u0085", "\ue000", "\ufffe", "\U000E0041",
        "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "１", "·", "/", "𠮷", std::string(40, 'y'),
        "\xed\xa0\x80", "\xc0\x80", "=1+1");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const auto& one : pieces) text += one;
                            return text;
                        });
}

std::size_t texts_in(CommandBody body) {
    std::size_t count = 0;
    std::visit([&count](auto& kind) { each_text(kind, [&count](std::string&) { ++count; }); }, body);
    return count;
}

CommandBody with_text(CommandBody body, std::size_t place, const std::string& text) {
    std::size_t at = 0;
    std::visit(
        [&](auto& kind) {
            each_text(kind, [&](std::string& each) {
                if (at++ == place) each = text;
            });
        },
        body);
    return body;
}

void expect_readable(Lunch& lunch) {
    lunch.close();
    const auto report = verify(lunch.db(), lunch.keys, ProtobufCodec{}, lunch.dir.path());
    RC_ASSERT(report.findings == std::vector<std::string>{});
    RC_ASSERT(report.unreadable.empty());
    lunch.open();
    (void)lunch.store().load_start({});
    (void)lunch.store().load_members();
}

RC_GTEST_PROP(AnyText, IsRefusedOrCanBeRead, ()) {
    Lunch lunch;
    lunch.open_shop();
    Writer writer(lunch.store(), lunch.store().load_start({}), lunch.keys.digest);
    const auto commands = commands_with_texts();
    for (std::uint32_t n = 0; n < commands.size(); ++n) {
        const auto place = *rc::gen::inRange<std::size_t>(0, texts_in(commands.at(n)));
        Submission spoiled, sound;
        spoiled.actor.role = sound.actor.role = Role::server;
        spoiled.command = {command_id(1'000 + n), with_text(commands.at(n), place, *any_text())};
        sound.command = {command_id(2'000 + n), TopUp{member_id(2), {TenderKind::cash, {1}, "收据"}, {}}};
        const auto batch = writer.run_batch({spoiled, sound}, eleven);
        RC_ASSERT(std::holds_alternative<Committed>(batch.answers.at(1).answer.outcome));
    }
    expect_readable(lunch);
}

}  // namespace
}  // namespace canteen
