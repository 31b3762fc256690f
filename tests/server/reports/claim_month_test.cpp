// Plays a month of a canteen through the writer into a real file: 9,000 lunches of 400 seniors, with cancellations,
// refunds, holds, sales of cut-off tills, rights used twice, late sales and a scheme that changes in mid-month. The
// sums of the claims are worked out three ways: by the claim, by the orders' own events, and by what the guests were
// told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "canteen/files/schemes/scheme_file.h"
#include "canteen/reports/claims.h"
#include "canteen/storage/sqlite_store.h"
#include "canteen/storage/upkeep/verify.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/support/fake_till.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace canteen::testing;

constexpr std::uint32_t seniors = 400;
constexpr std::uint32_t lunches_a_day = 300;
constexpr std::uint32_t first_senior = 50'000;
constexpr Fen price{1'500};
const ClaimPeriod april = *parse_claim_period("2026-04");
const ClaimPeriod may = *parse_claim_period("2026-05");
const Date change = *make_date(2026, 4, 15);  // of the scheme
const ClaimPayer district{"month", "district"};
const ClaimPayer city{"month", "city"};

constexpr const char* scheme_text = R"({"id": "month", "name": "月度测试", "source": "made up", "versions": [
 {"id": "old", "effective_to": "2026-04-14", "steps": [{"subsidy": {"limits": {"per_day": 1}, "classes": [
   {"id": "all", "who": [{"any_tag": ["dibao"]}], "benefits": [{"payer": "district", "fixed": {"fen": 600}}]}]}}]},
 {"id": "new", "effective_from": "2026-04-15", "steps": [{"subsidy": {"limits": {"per_day": 1}, "classes": [
   {"id": "all", "who": [{"any_tag": ["dibao"]}], "benefits": [{"payer": "district", "fixed": {"fen": 450}},
     {"payer": "city", "fixed": {"fen": 250}}]}]}}]}]})";

class NoSealer final : public Sealer {
public:
    std::string seal(MemberId, Seq, std::string_view, std::string_view) override { throw UnsealError("no"); }
    std::string unseal(MemberId, Seq, std::string_view, std::string_view) const override { return {}; }
};

std::vector<Share> shares_on(Date date) {
    if (date < change) return {{"month", 0, "district", {600}}};
    return {{"month", 0, "district", {450}}, {"month", 0, "city", {250}}};
}

Fen of_payer(const std::vector<Share>& shares, const ClaimPayer& payer) {
    Fen sum;
    for (const auto& share : shares)
        if (share.scheme == payer.scheme && share.payer == payer.payer) sum += share.fen;
    return sum;
}

class Month : public ::testing::Test {
protected:
    Month() {
        SystemRandom chance;
        keys = make_key_file(dir / "keys", chance);
        store = std::make_unique<SqliteStore>(db(), SqliteStore::Opening::make, keys, codec, SpaceLimits{0, 0});
        writer = std::make_unique<Writer>(*store, store->load_start(test_site()), keys.digest);
        now = instant_at_site(april.first, {480});
        auto scheme = read_scheme_file(scheme_text);
        EXPECT_TRUE(scheme.ok()) << to_string(scheme.error());
        give({own(EnrolDevice{till.device()}), own(EnrolDevice{cut_off.device()}), own(ImportScheme{scheme->scheme, 1}),
              own(ImportMembers{people()}), own(ImportMenus{menus()})});
    }

    std::filesystem::path db() const { return dir / "month.db"; }

    static std::vector<Member> people() {
        std::vector<Member> people;
        for (std::uint32_t n = 0; n < seniors; ++n)
            people.push_back(member_with(first_senior + n, n % 4 == 0 ? "none" : "dibao"));
        return people;
    }
    static std::vector<Menu> menus() {
        std::vector<Menu> menus;
        for (Date date = april.first; date <= april.last; date = date + 1) {
            auto menu = lunch_menu(date);
            menu.dishes.at(1).price = price;
            menu.dishes.at(1).planned = 2 * lunches_a_day;
            menus.push_back(std::move(menu));
        }
        return menus;
    }

    void give(std::vector<Submission> submissions) {
        for (const auto& addressed : writer->run_batch(std::move(submissions), now).answers)
            if (const auto* why = std::get_if<Rejection>(&addressed.answer.outcome))
                ADD_FAILURE() << name_of(why->code);
    }

    OrderDraft draft_for(std::uint32_t senior, Date date, bool subsidised, FakeTill& at) {
        auto draft = draft_of(++orders, noodles, at.next_pickup());
        draft.member = id_of<MemberId>(first_senior + senior);
        draft.meal = lunch_on(date);
        draft.menu = {static_cast<std::uint32_t>(date - april.first) + 1};
        draft.lines[0].unit_price = draft.lines[0].amount = draft.shown.food = price;
        if (subsidised) draft.shown.shares = shares_on(date);
        draft.shown.to_pay = price;
        for (const auto& share : draft.shown.shares) draft.shown.to_pay -= share.fen;
        return draft;
    }

    // Expects these shares: the guest was told them, and the payers owe them.
    void expect(const OrderDraft& draft) {
        for (const auto& payer : {district, city})
            if (auto fen = of_payer(draft.shown.shares, payer); fen != Fen{}) told[payer][draft.id] = fen;
    }

    void play_day(Date date);
    void sell(std::uint32_t senior, Date date, std::vector<Submission>& entries);
    void play() {
        for (Date date = april.first; date <= april.last; date = date + 1) play_day(date);
    }
    Fen reckon_from_orders(const ClaimPayer& payer);
    // Draws a claim up for April, answers its findings, and hands it in.
    void submit(const ClaimPayer& payer) {
        const auto id = id_of<ClaimId>(++orders);
        const auto claim = draft_claim(db(), keys, test_site(), id, payer, april);
        give({own(DraftClaim{claim})});
        for (const auto& finding : claim.findings) give({own(AnswerFinding{id, finding.number, "looked at"})});
        give({own(SubmitClaim{id})});
    }

    TempDir dir;
    SiteKeys keys;
    ProtobufCodec codec;
    std::unique_ptr<SqliteStore> store;
    std::unique_ptr<Writer> writer;
    Timestamp now;
    FakeTill till{1, "A"}, cut_off{2, "B"};
    std::mt19937 random{20260401};
    std::uint32_t orders = 0;
    std::map<ClaimPayer, std::map<OrderId, Fen>> told;
    std::vector<std::pair<OrderDraft, Timestamp>> late;  // sold by the cut-off till, stated after the month's end
};

// Sells one guest's lunch, in one of the ways a lunch can go.
void Month::sell(std::uint32_t senior, Date date, std::vector<Submission>& entries) {
    bool has_right = senior % 4 != 0;
    auto way = random() % 20;
    if (way == 0) {  // the till was cut off all day and states it after the month's end
        auto draft = draft_for(senior, date, has_right, cut_off);
        late.emplace_back(draft, now);
        return;
    }
    if (way == 1) {  // asked, eaten, and told by a cut-off till too: the second is no payer's
        auto first = draft_for(senior, date, has_right, till);
        entries.push_back(till.next(ask_for(first, now)));
        expect(first);
        entries.push_back(till.next(sale_of(draft_for(senior, date, has_right, till), now)));
        return;
    }
    auto draft = draft_for(senior, date, has_right, till);
    entries.push_back(till.next(ask_for(draft, now)));
    if (way == 2) {  // taken back; half of them eat later all the same
        entries.push_back(till.next(CancelOrder{draft.id}));
        if (random() % 2 == 0) return;
        auto again = draft_for(senior, date, has_right, till);
        entries.push_back(till.next(ask_for(again, now)));
        expect(again);
        return;
    }
    if (way == 3) {  // brought back: all of it is refunded, and no payer owes anything
        entries.push_back(till.next(Refund{id_of<RefundId>(orders), draft.id, {}, RefundReason::quality, {}}));
        return;
    }
    expect(draft);
}

void Month::play_day(Date date) {
    std::vector<std::uint32_t> guests(seniors);
    for (std::uint32_t n = 0; n < seniors; ++n) guests[n] = n;
    std::ranges::shuffle(guests, random);
    guests.resize(lunches_a_day);
    constexpr std::size_t at_once = 60;
    for (std::size_t from = 0; from < guests.size(); from += at_once) {
        now = instant_at_site(date, {11 * 60 + static_cast<std::int32_t>(from / at_once)});
        std::vector<Submission> entries;
        for (std::size_t i = from; i < from + at_once; ++i) sell(guests[i], date, entries);
        give(std::move(entries));
    }
}

// Takes another path than the claim: placed orders that were not cancelled, by what the server granted; no ledger.
Fen Month::reckon_from_orders(const ClaimPayer& payer) {
    Connection file(db(), Connection::Mode::read_only);
    std::map<OrderId, Fen> granted;
    Journal(file).read(1, [&](const StoredRow& row) {
        for (const auto& event : codec.decode_events(row.events, row.seq, NoSealer())) {
            if (const auto* placed = std::get_if<OrderPlaced>(&event))
                granted[placed->order.draft.id] = of_payer(placed->order.granted, payer);
            if (const auto* cancelled = std::get_if<OrderCancelled>(&event)) granted.erase(cancelled->order);
            if (const auto* refunded = std::get_if<OrderRefunded>(&event))
                granted[refunded->order] = of_payer(refunded->granted, payer);
        }
    });
    Fen sum;
    for (const auto& [order, fen] : granted) sum += fen;
    return sum;
}

Fen sum_of(const std::map<OrderId, Fen>& shares) {
    Fen sum;
    for (const auto& [order, fen] : shares) sum += fen;
    return sum;
}

// Lists each order's share; a meal is one line.
std::map<OrderId, Fen> shares_of(const std::vector<ClaimLine>& lines) {
    std::map<OrderId, Fen> shares;
    for (const auto& line : lines) EXPECT_TRUE(shares.emplace(line.order, line.share).second);
    return shares;
}

TEST_F(Month, ItsClaimsComeToTheSameByThreeWays) {
    play();
    now = instant_at_site(may.first, {480});
    for (const auto& payer : {district, city}) {
        auto draft = draw_up_claim(db(), codec, payer, april);
        EXPECT_GT(draft.lines.size(), payer == district ? 5'500U : 2'750U);
        EXPECT_EQ(shares_of(draft.lines), told[payer]);
        EXPECT_EQ(sum_of(told[payer]), reckon_from_orders(payer));
        for (const auto& line : draft.lines) EXPECT_EQ(line.version, line.meal.date < change ? "old" : "new");
    }

    // The cut-off till comes back. The district was asked already: sales stated late go into its next claim, marked as
    // such. The city was not: it is asked for all of April together.
    auto before = claim_file(db(), keys, district, april);
    submit(district);
    std::map<OrderId, Fen> too_late;
    auto of_city = told[city];
    ASSERT_GT(late.size(), 300U);
    for (const auto& [draft, sold_at] : late) {
        give({cut_off.next(sale_of(draft, sold_at))});
        if (auto fen = of_payer(draft.shown.shares, district); fen != Fen{}) too_late[draft.id] = fen;
        if (auto fen = of_payer(draft.shown.shares, city); fen != Fen{}) of_city[draft.id] = fen;
    }
    EXPECT_TRUE(check_claim_file(before, db(), keys).empty());
    EXPECT_TRUE(draw_up_claim(db(), codec, city, may).lines.empty());
    EXPECT_EQ(shares_of(draw_up_claim(db(), codec, city, april).lines), of_city);
    auto next = draw_up_claim(db(), codec, district, may);
    EXPECT_EQ(shares_of(next.lines), too_late);
    for (const auto& line : next.lines) EXPECT_TRUE(line.late && april.contains(line.meal.date));
    EXPECT_EQ(sum_of(told[district]) + sum_of(too_late), reckon_from_orders(district));

    writer.reset();
    store.reset();
    auto report = verify(db(), keys, codec, dir.path());
    EXPECT_TRUE(report.is_clean()) << report.findings.front();
    Connection(db(), Connection::Mode::read_write).exec("UPDATE journal SET device_seq = 0 WHERE seq = 4000");
    EXPECT_THAT(check_claim_file(before, db(), keys),
                ::testing::ElementsAre("journal row 4000: was changed: its hash is another"));
}

}  // namespace
}  // namespace canteen
