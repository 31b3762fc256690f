#include "tests/storage/lunch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "canteen/storage/upkeep/rebuild.h"
#include "canteen/storage/upkeep/verify.h"

namespace canteen {
namespace {

Hash some_hash(std::uint64_t n) {
    return hash_of({"test", std::to_string(n)});
}

Account sales() {
    return {AccountKind::sales, ""};
}

std::vector<Posting> postings_of(const Order& order) {
    std::vector<Posting> postings;
    post(postings, {AccountKind::cash, ""}, order.tenders.at(0).amount);
    for (const auto& share : order.granted) {
        post(postings, {AccountKind::receivable, share.scheme + "/" + share.payer}, share.fen);
    }
    post(postings, sales(), -order.draft.shown.food);
    return postings;
}

Ticket ticket_of(const OrderDraft& draft) {
    Ticket ticket;
    ticket.order = draft.id;
    ticket.pickup = draft.pickup;
    ticket.meal = draft.meal;
    ticket.placed_at = eleven;
    ticket.due = eleven + std::chrono::minutes(12);
    TicketLine line;
    line.dish = pork;
    line.name = "回锅肉";
    line.name_en = "Twice-cooked pork";
    ticket.lines.push_back(line);
    return ticket;
}

}  // namespace

std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string made_up_id_number(std::uint32_t n) {
    auto serial = std::to_string(1'000 + n % 9'000).substr(1);
    auto body = "99999919500101" + serial;
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < body.size(); ++i) sum += (body[i] - '0') * weights[i];
    return body + "10X98765432"[sum % 11];
}

Menu lunch_menu() {
    Menu menu;
    menu.version = {1};
    menu.meal = the_lunch;
    menu.serving_from = {630};
    menu.serving_to = {810};
    Dish plain;
    plain.id = rice;
    plain.name = "米饭";
    plain.name_en = "Rice";
    plain.category = "staple";
    plain.price = {100};
    plain.planned = 5'000;
    Dish cooked = plain;
    cooked.id = pork;
    cooked.name = "回锅肉";
    cooked.name_en = "Twice-cooked pork";
    cooked.category = "meat";
    cooked.price = {1'400};
    cooked.served = Served::to_order;
    cooked.minutes = 12;
    menu.dishes = {plain, cooked};
    return menu;
}

Member senior(std::uint32_t n) {
    Member member;
    member.id = member_id(n);
    member.number = std::to_string(10'000 + n);
    member.name = "测试甲" + std::to_string(n);
    member.id_number = made_up_id_number(n);
    member.phone = "1990000" + std::to_string(1'000 + n);
    member.born = {-7'304};
    member.hukou.push_back({"999999001", {}});
    member.tags.push_back({"dibao", {}});
    member.approvals.push_back({"test-scheme", {}});
    return member;
}

Order pork_order(std::uint32_t n, MemberId member) {
    Order order;
    auto& draft = order.draft;
    draft.id = order_id(n);
    draft.member = member;
    draft.meal = the_lunch;
    draft.pickup = {"A", n};
    OrderLine first{{1}, rice, 1, 0, {100}, 0, {100}, "", 0, {}};
    OrderLine second{{2}, pork, 1, 0, {1'400}, 0, {1'400}, "少辣", 2, {}};
    draft.lines = {first, second};
    draft.menu = {1};
    draft.shown = {{1'500}, {0}, {{"test-scheme", 0, "district", {600}}}, {900}};
    order.device = till_id();
    order.placed_at = eleven;
    order.paid = true;
    order.granted = draft.shown.shares;
    order.tenders = {{TenderKind::cash, {900}, ""}};
    order.consumed = {{{the_lunch, rice}, StockMoveKind::sold, 1}, {{the_lunch, pork}, StockMoveKind::sold, 1}};
    order.ticket = ticket_of(draft);
    return order;
}

UsedRight lunch_right(MemberId member, std::uint32_t ordinal) {
    return {{member, "test-scheme", UseKind::per_day, period_of(UseKind::per_day, the_lunch)}, ordinal, {}};
}

Events events_of(const Order& order) {
    Events events{OrderPlaced{order}};
    for (const auto& move : order.consumed) events.emplace_back(StockMoved{move});
    if (!order.draft.member.is_nil()) events.emplace_back(RightUsed{order.draft.id, lunch_right(order.draft.member)});
    events.emplace_back(LedgerPosted{order.draft.id, postings_of(order)});
    return events;
}

Order with_effects(Order order) {
    if (!order.draft.member.is_nil()) order.rights = {lunch_right(order.draft.member)};
    order.postings = postings_of(order);
    return order;
}

Lunch::Lunch() {
    SystemRandom random;
    keys = make_key_file(dir / "canteen.keys", random);
    store_ = std::make_unique<SqliteStore>(db(), SqliteStore::Opening::make, keys, codec, SpaceLimits{0, 0});
}

void Lunch::open() {
    store_ = std::make_unique<SqliteStore>(db(), SqliteStore::Opening::existing, keys, codec, SpaceLimits{0, 0});
}

JournalRow Lunch::row(Events events) {
    ++commands_;
    ++entries_;
    return {store_->last_seq() + 1, now,      {till_id(), Role::till},     command_id(commands_), "PlaceOrder",
            some_hash(commands_),   entries_, some_hash(1'000 + entries_), std::move(events)};
}

RefusedRow Lunch::refusal(Rejection why) {
    ++commands_;
    ++entries_;
    Answer answer{command_id(commands_), entries_, std::move(why)};
    return {eleven,
            {till_id(), Role::till},
            command_id(commands_),
            some_hash(commands_),
            some_hash(1'000 + entries_),
            std::move(answer)};
}

void Lunch::commit(Events events) {
    commit_all({std::move(events)});
}

void Lunch::commit_all(std::vector<Events> commands) {
    std::vector<JournalRow> rows;
    for (auto& events : commands) {
        auto place = rows.size();
        rows.push_back(row(std::move(events)));
        rows.back().seq += place;
    }
    store_->commit(rows, {});
    for (const auto& one : rows) {
        for (const auto& event : one.events) apply(memory, event);
    }
}

void Lunch::open_shop() {
    Events events{EpochStarted{7}, MenuPublished{lunch_menu()}};
    for (auto dish : {rice, pork}) {
        events.emplace_back(StockMoved{{{the_lunch, dish}, StockMoveKind::planned, 5'000}});
    }
    for (std::uint32_t n = 1; n <= 3; ++n) events.emplace_back(MemberRecorded{senior(n)});
    Device till{till_id(), Role::till, "Till 1", "A", {}, false, false};
    events.emplace_back(DeviceEnrolled{till});
    Calendar calendar;
    calendar.marks[lunch_day] = CalendarMark::day_off;
    events.emplace_back(CalendarSet{calendar});
    commit(std::move(events));
}

void Lunch::expect_whole() {
    auto anew = dir / "anew.db";
    close();
    std::filesystem::remove(anew);
    EXPECT_THAT(verify(db(), keys, codec, dir.path()).findings, testing::IsEmpty());
    rebuild(db(), keys, codec, anew);
    EXPECT_THAT(verify(anew, keys, codec, dir.path()).findings, testing::IsEmpty());
    std::filesystem::remove(anew);
    open();
}

}  // namespace canteen
