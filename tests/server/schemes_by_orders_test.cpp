// Plays every worked case of every shipped scheme by real orders on a server object with a clock of its own: earlier
// meals are ordered too, never written into a table. The payers bear what the case says.
#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "canteen/domain/subsidy/entitle.h"
#include "canteen/domain/subsidy/operator_payment.h"
#include "canteen/engine/engine.h"
#include "canteen/files/schemes/scheme_file.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

constexpr DishId side{1}, main_dish{2};
constexpr auto street = "999999001";

Site site_with(bool own_kitchen) {
    Site site;
    site.name = "a made-up canteen";
    site.area = street;
    site.own_kitchen = own_kitchen;
    return site;
}

// A canteen on a disk of its own, turned by hand.
class Served {
public:
    explicit Served(bool own_kitchen, Date first) {
        config_.directory = dir_.path() / "canteen";
        config_.key_file = dir_.path() / "canteen.key";
        config_.site = site_with(own_kitchen);
        auto clock = std::make_unique<testing::FakeClock>(instant_at_site(first, {}));
        clock_ = clock.get();
        make_canteen(config_, std::make_unique<testing::FakeClock>(clock_->now()));
        engine_ = std::make_unique<Engine>(config_, std::move(clock), [this](auto work) { posted_.push_back(work); });
    }

    Answer ask(CommandBody body) {
        std::optional<Answer> told;
        engine_->application().own().ask(std::move(body), [&told](const Answer& answer) { told = answer; });
        while (!told) {
            engine_->application().on_committed(engine_->pump().step());
            for (; !posted_.empty(); posted_.pop_front()) posted_.front()();
        }
        return *told;
    }
    void must(CommandBody body) {
        const auto answer = ask(std::move(body));
        const auto* why = std::get_if<Rejection>(&answer.outcome);
        ASSERT_EQ(why, nullptr) << name_of(why->code);
    }

    const Site& site() const { return config_.site; }
    SqliteStore& store() { return engine_->store(); }
    void go_to(Timestamp now) { clock_->set(std::max(now, clock_->now())); }
    Timestamp now() const { return clock_->now(); }

private:
    TempDir dir_;
    Config config_;
    testing::FakeClock* clock_ = nullptr;
    std::deque<std::function<void()>> posted_;
    std::unique_ptr<Engine> engine_;
};

// Returns a day that fits the case: its own, else a Friday (a Sunday for weekends) in the second half of a month of its
// version.
Date date_of(const SchemeCase& c, const Scheme& scheme) {
    if (c.date) return *c.date;
    const auto& version = c.version ? *scheme.version(*c.version) : scheme.versions.back();
    constexpr unsigned friday = 5, sunday = 7;
    const unsigned weekday = c.day == DayKind::weekend ? sunday : friday;
    Date date = version.effective.from.value_or(parse_date("2026-04-01").value());
    while (date - month_start(date) < 14 || iso_weekday(date) != weekday) date = date + 1;
    return date;
}

// Makes a person who on that date is as the case says.
Member person_of(const SchemeCase& c, const Scheme& scheme, Date date) {
    Member member;
    member.id.bytes[15] = 7;
    member.number = "80000007";
    member.name = "甄不存在";
    const int year = static_cast<int>(civil(date).year()) - c.person.years.value();
    member.born = make_date(year, 1, 1).value();
    constexpr const char* of_area[] = {"", "999988001", "999999002", street};
    const auto* hukou = of_area[static_cast<std::size_t>(c.person.hukou)];
    if (*hukou) member.hukou = {{hukou, {}}};
    if (c.person.resident) member.residence = {{street, {}}};
    for (const auto& tag : c.person.tags) member.tags.push_back({tag, {}});
    if (!c.person.approved.empty()) member.approvals = {{scheme.id, {}}};
    return member;
}

// Plays one case: the same person orders again and again.
class Story {
public:
    Story(const Scheme& scheme, const SchemeCase& c)
        : scheme_(scheme),
          case_(c),
          date_(date_of(c, scheme)),
          server_(c.own_kitchen, date_ + -20),
          member_(person_of(c, scheme, date_)) {
        server_.must(ImportScheme{scheme, {}});
        server_.must(ImportMembers{{member_}});
        if (c.day == DayKind::holiday) server_.must(ImportCalendar{{{{date_, CalendarMark::day_off}}}});
        const bool made_up = c.day == DayKind::workday && iso_weekday(date_) > 5;
        if (made_up) server_.must(ImportCalendar{{{{date_, CalendarMark::make_up_workday}}}});
    }

    // Orders earlier days first, for time goes on; then the meals just before on the day itself, and last those of the
    // very meal.
    void live_the_history() {
        const auto& history = case_.history;
        if (history.quota_used_this_month > Fen{}) use_quota(history.quota_used_this_month);
        for (Date day = week_start(date_); day < date_ && wants(UseKind::per_week, history.subsidised_this_week);
             day = day + 1)
            order({day, case_.slot});
        const Meal meal{date_, case_.slot};
        const int in_slot = history.subsidised_this_slot > 0 ? 1 : 0;
        const int before = static_cast<int>(history.meals_eaten_today) - in_slot;
        for (const auto slot : meal_slots) {
            const int meals_later = static_cast<int>(case_.slot) - static_cast<int>(slot);
            if (meals_later > 0 && meals_later <= before) order({date_, slot});
        }
        for (std::uint32_t i = 0; i < history.subsidised_this_slot; ++i) order(meal);
        EXPECT_FALSE(wants(UseKind::per_slot, history.subsidised_this_slot));
        EXPECT_FALSE(wants(UseKind::per_week, history.subsidised_this_week));
    }

    // Returns the order as the server booked it.
    Order order_of_the_case() { return order({date_, case_.slot}, true); }

    Fen owed(const Order& order, OperatorPaymentKind kind) {
        const auto* version = scheme_.version_on(date_);
        if (!version) return {};
        Priced priced;
        priced.shares = order.granted;
        const auto facts = facts_on(member_, {server_.site().area, {}}, date_);
        return sum_of(
            owed_to_operator(scheme_, *version, facts, query_of({date_, case_.slot}, case_.lines, true), priced), kind);
    }

private:
    bool wants(UseKind kind, std::uint32_t count) {
        const Meal meal{date_, case_.slot};
        const auto uses = server_.store().uses_found_by(member_.id, meal, false);
        const auto used = uses.find({member_.id, scheme_.id, kind, period_of(kind, meal)});
        return (used == uses.end() ? 0 : used->second) < std::int64_t{count};
    }

    PriceQuery query_of(Meal meal, const std::vector<PricedLine>& lines, bool of_the_case) const {
        PriceQuery query;
        query.lines = lines;
        query.delivery_fee = of_the_case ? case_.delivery_fee : Fen{};
        query.mode = of_the_case ? case_.mode : ServiceMode::dine_in;
        query.meal = meal;
        query.day_kind = menu_day_kind(meal.date);
        query.own_kitchen = case_.own_kitchen;
        return query;
    }

    DayKind menu_day_kind(Date date) const { return date == date_ ? case_.day : Calendar{}.kind_of(date); }

    // Prices it as a till does.
    Priced priced_at(const PriceQuery& query) {
        const auto sheet = entitle(&member_, {server_.site().area, {}}, {&scheme_}, {}, query.meal.date, 0);
        return price(query, sheet, server_.store().uses_found_by(member_.id, query.meal, false));
    }

    // Orders a meal on the day before of which the quota bears exactly that.
    void use_quota(Fen fen) {
        const Meal meal{date_ + -1, case_.slot};
        for (Fen food = fen; food <= fen * 3; food += Fen{1}) {
            const auto query = query_of(meal, {{food, true, 1}}, false);
            const auto amounts = priced_at(query).amounts;
            if (amounts.size() != 1 || amounts[0].second != fen) continue;
            order(meal, false, {{food, true, 1}});
            return;
        }
        FAIL() << "no meal takes that much of the quota";
    }

    Order order(Meal meal, bool of_the_case = false) { return order(meal, of_the_case, case_.lines); }

    Order order(Meal meal, bool of_the_case, const std::vector<PricedLine>& lines) {
        server_.go_to(instant_at_site(meal.date, {static_cast<int>(meal.slot) * 300 + 60}));
        publish_menu(meal, lines);
        const auto query = query_of(meal, lines, of_the_case);
        const auto priced = priced_at(query);
        OrderDraft draft = draft_of(query);
        for (const auto& line : query.lines) draft.shown.food += line.amount;
        draft.shown.fee = query.delivery_fee;
        draft.shown.shares = priced.shares;
        draft.shown.to_pay = priced.self_pay;
        PlaceOrder ask{draft, {}, server_.now() + till_answer_wait};
        if (priced.self_pay > Fen{}) ask.tenders = {{TenderKind::wechat, priced.self_pay, "made-up"}};
        server_.must(ask);
        Needs needs;
        needs.orders = {draft.id};
        Canteen seen;
        server_.store().load(needs, seen);
        return seen.orders.at(draft.id).value_or(Order{});
    }

    // Publishes a dish for each line; a set meal's only choice is the side.
    void publish_menu(Meal meal, const std::vector<PricedLine>& lines) {
        Menu menu;
        menu.meal = meal;
        menu.serving_to = {24 * 60};
        Dish rice;
        rice.id = side;
        rice.name = "米饭 " + std::to_string(orders_);
        rice.planned = 1'000;
        menu.dishes = {rice};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            Dish dish = rice;
            dish.id = {main_dish.value + static_cast<std::uint32_t>(i)};
            dish.name = "菜 " + std::to_string(i);
            dish.price = {lines[i].amount.value / lines[i].quantity};
            if (lines[i].set_meal) dish.slots = {{"主食", 1, {side}}};
            if (lines[i].set_meal) dish.planned = 0;
            menu.dishes.push_back(dish);
        }
        server_.must(ImportMenus{{menu}});
        ++menus_;
    }

    OrderDraft draft_of(const PriceQuery& query) {
        OrderDraft draft;
        draft.id.bytes[15] = static_cast<std::uint8_t>(++orders_);
        draft.member = member_.id;
        draft.meal = query.meal;
        draft.mode = query.mode;
        draft.origin = query.mode == ServiceMode::delivery ? Origin::delivery : Origin::counter;
        draft.menu = {menus_};
        for (std::size_t i = 0; i < query.lines.size(); ++i) {
            OrderLine line;
            line.id = {static_cast<std::uint32_t>(i + 1)};
            line.dish = {main_dish.value + static_cast<std::uint32_t>(i)};
            line.quantity = query.lines[i].quantity;
            line.unit_price = {query.lines[i].amount.value / line.quantity};
            line.amount = query.lines[i].amount;
            if (query.lines[i].set_meal) line.chosen = {{0, side}};
            draft.lines.push_back(line);
        }
        return draft;
    }

    const Scheme& scheme_;
    const SchemeCase& case_;
    Date date_;
    Served server_;
    Member member_;
    std::uint32_t orders_ = 0, menus_ = 0;
};

void play(const Scheme& scheme, const SchemeCase& c) {
    Story story(scheme, c);
    story.live_the_history();
    const Order order = story.order_of_the_case();
    std::map<std::string, Fen> borne;
    for (const auto& share : order.granted) borne[share.payer] += share.fen;
    std::map<std::string, Fen> expected;
    for (const auto& [payer, fen] : c.expect.by_payer)
        if (fen > Fen{}) expected[payer] = fen;
    EXPECT_EQ(borne, expected);
    EXPECT_EQ(order.draft.shown.to_pay, c.expect.self_pay);
    if (!c.expect.to_operator) return;
    EXPECT_EQ(story.owed(order, OperatorPaymentKind::operating), c.expect.to_operator->operating);
    EXPECT_EQ(story.owed(order, OperatorPaymentKind::delivery), c.expect.to_operator->delivery);
}

SchemeFile scheme_in(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto file = read_scheme_file(text);
    EXPECT_TRUE(file) << path << ": " << to_string(file.error());
    return *file;
}

TEST(SchemesByOrders, GiveWhatTheirCasesSay) {
    std::size_t cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator(CANTEEN_SOURCE_DIR "/deploy/schemes")) {
        if (entry.path().extension() != ".json") continue;
        const auto file = scheme_in(entry.path());
        for (const auto& c : file.cases) {
            SCOPED_TRACE(entry.path().filename().string() + " " + c.id);
            play(file.scheme, c);
            ++cases;
        }
    }
    EXPECT_EQ(cases, 53U);
}

}  // namespace
}  // namespace canteen
