// A till names the price to the guest before the server knows of the order. Whoever eats what, by every shipped scheme
// and with rights used at both tills, the server books to the fen what the till showed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "canteen/files/schemes/scheme_file.h"
#include "tests/simulation/line_lunch.h"

namespace canteen::simulation {
namespace {

constexpr std::uint64_t lunches = 10;
constexpr std::size_t sales_a_lunch = 60;
constexpr std::uint32_t plenty = 1'000;
constexpr DishId set_meal{9};

std::vector<SchemeFile> shipped_schemes() {
    std::vector<SchemeFile> files;
    for (const auto& entry : std::filesystem::directory_iterator(CANTEEN_SOURCE_DIR "/deploy/schemes")) {
        std::ifstream in(entry.path(), std::ios::binary);
        auto file = read_scheme_file(std::string{std::istreambuf_iterator<char>(in), {}});
        if (file) files.push_back(*file);
    }
    return files;
}

Menu menu() {
    Menu menu = testing::lunch_menu();
    for (auto& dish : menu.dishes) dish.planned = plenty;
    Dish set = menu.dishes.front();
    set.id = set_meal;
    set.name = "敬老套餐";
    set.price = Fen{15'00};
    set.planned = 0;
    set.slots = {{"菜", 1, {testing::last_fish}}};
    menu.dishes.push_back(set);
    return menu;
}

// Makes a person with the facts that a worked case is about.
Member person_like(const Facts& facts, const std::string& scheme, std::uint32_t number) {
    Member member = testing::member_with(number, "");
    const auto street = testing::test_site().area;
    const AreaCode of_area[] = {"", street.substr(0, 4) + "99001", street.substr(0, 6) + "099", street};
    member.born = make_date(2026 - facts.years.value_or(30), 1, 1).value();
    const auto& hukou = of_area[static_cast<std::size_t>(facts.hukou)];
    if (!hukou.empty()) member.hukou = {{hukou, {}}};
    if (facts.resident) member.residence = {{street, {}}};
    member.tags.clear();
    for (const auto& tag : facts.tags) member.tags.push_back({tag, {}});
    if (!facts.approved.empty()) member.approvals = {{scheme, {}}};
    return member;
}

class ManyPeople : public LineLunch {
public:
    explicit ManyPeople(std::uint64_t seed) : LineLunch(seed, DiskKind::memory) {
        open_doors();
        server.ask(ImportMenus{{menu()}});
        for (const auto& file : shipped_schemes()) {
            server.ask(ImportScheme{file.scheme, {}});
            for (const auto& c : file.cases) people_.push_back(person_like(c.person, file.scheme.id, next_number()));
        }
        server.ask(ImportMembers{people_});
        world.scheduler.run_for(std::chrono::seconds{4});
    }

    // Sells one basket and waits until it is answered. Returns what the till showed.
    const BookedSale& sell_one() {
        auto& till = *tills()[world.chance.below(2)];
        const auto order = till.sell(any_basket());
        world.scheduler.run_for(std::chrono::seconds{2});
        return *book.find(order.value());
    }

private:
    std::uint32_t next_number() const { return 1'000 + static_cast<std::uint32_t>(people_.size()); }

    till::Basket any_basket() {
        constexpr std::array dishes{testing::rice, testing::noodles, testing::last_fish, set_meal};
        till::Basket basket;
        for (const auto dish : dishes)
            if (world.chance.one_in(3))
                basket.lines.push_back({dish, 1 + static_cast<unsigned>(world.chance.below(2))});
        if (basket.lines.empty()) basket.lines.push_back({set_meal});
        basket.member_number = people_[world.chance.below(people_.size() / 2)].number;  // so that many come again
        if (world.chance.one_in(3)) basket.mode = ServiceMode::takeaway;
        return basket;
    }

    std::vector<Member> people_;
};

TEST(TillsPrice, IsWhatTheServerBooks) {
    std::size_t subsidised = 0, without = 0;
    for (std::uint64_t seed = 1; seed <= lunches; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        ManyPeople lunch(seed);
        for (std::size_t i = 0; i < sales_a_lunch; ++i) {
            const auto& sale = lunch.sell_one();
            ASSERT_TRUE(sale.was_committed && !sale.was_stated)
                << lunch.first_till.story_of(sale.draft.id) << lunch.second_till.story_of(sale.draft.id);
            const auto* order = lunch.witness.order(sale.draft.id);
            ASSERT_NE(order, nullptr);
            EXPECT_EQ(order->granted, sale.draft.shown.shares);
            ++(order->granted.empty() ? without : subsidised);
        }
    }
    std::cout << subsidised << " subsidised, " << without << " without\n";
    EXPECT_GT(subsidised, lunches * sales_a_lunch / 4);
    EXPECT_GT(without, lunches * sales_a_lunch / 10);
}

}  // namespace
}  // namespace canteen::simulation
