// Fills a canteen that is not being served with a month of subsidised meals, three a member and day, each paid in cash
// at one till, through the writer and into its database, as if they had been sold.
//   canteen-bench-month DIR COUNT MONTH      MONTH: 2026-04, before today
#include <iostream>

#include "canteen/domain/model/claim_line.h"
#include "canteen/engine/config.h"
#include "canteen/files/schemes/scheme_file.h"
#include "canteen/storage/sqlite_store.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/support/fake_till.h"

namespace canteen::bench {
namespace {

using namespace canteen::testing;

constexpr std::uint32_t first_member = 3'000'000;
constexpr std::uint32_t members_an_import = 10'000;
constexpr std::uint32_t sold_at_once = max_batch_commands;
constexpr std::int64_t ms_an_order = 50;
constexpr std::uint32_t meals_a_day = meal_slots.size();
constexpr int hours_between_meals = 6;
constexpr const char* scheme_text = R"({"id": "month", "name": "月度测试", "source": "made up", "versions": [
 {"id": "1", "steps": [{"subsidy": {"limits": {"per_slot": 1}, "classes": [
   {"id": "all", "who": [{"any_tag": ["dibao"]}], "benefits": [{"payer": "district", "fixed": {"fen": 600}}]}]}}]}]})";

class Month {
public:
    Month(const std::filesystem::path& directory, std::uint32_t count, const ClaimPeriod& period)
        : config_(load_config(directory)),
          keys_(load_key_file(config_.key_file)),
          store_(config_.database(), SqliteStore::Opening::existing, keys_, codec_),
          writer_(store_, store_.load_start(config_.site), keys_.digest),
          period_(period),
          members_((count + days() * meals_a_day - 1) / (days() * meals_a_day)) {}

    void sell_all() {
        prepare();
        for (Date date = period_.first; date <= period_.last; date = date + 1)
            for (const auto slot : meal_slots) sell_meal({date, slot});
    }

private:
    std::uint32_t days() const { return static_cast<std::uint32_t>(period_.last - period_.first) + 1; }

    void give(std::vector<Submission> submissions) {
        for (const auto& [session, answer] : writer_.run_batch(std::move(submissions), now_).answers)
            if (const auto* why = std::get_if<Rejection>(&answer.outcome))
                throw std::runtime_error("refused: " + std::string(name_of(why->code)));
    }

    void prepare() {
        now_ = instant_at_site(period_.first, {480});
        auto scheme = read_scheme_file(scheme_text);
        if (!scheme) throw std::runtime_error(to_string(scheme.error()));
        give({own(EnrolDevice{till_.device()}), own(ImportScheme{scheme->scheme, 1})});
        for (std::uint32_t from = 0; from < members_; from += members_an_import) {
            ImportMembers import;
            for (auto n = from; n < std::min(from + members_an_import, members_); ++n)
                import.members.push_back(member_with(first_member + n, "dibao"));
            give({own(std::move(import))});
        }
    }

    void sell_meal(Meal meal) {
        auto menu = lunch_menu(meal.date);
        menu.meal = meal;
        menu.serving_from = {0};
        menu.serving_to = {24 * 60};
        menu.dishes.at(2).planned = members_;
        give({own(ImportMenus{{menu}})});
        const auto version = writer_.state().last_menu_version;
        now_ = instant_at_site(meal.date, {static_cast<int>(meal.slot) * hours_between_meals * 60});
        for (std::uint32_t from = 0; from < members_; from += sold_at_once) {
            std::vector<Submission> entries;
            for (auto n = from; n < std::min(from + sold_at_once, members_); ++n) {
                now_ = now_ + std::chrono::milliseconds{ms_an_order};
                entries.push_back(till_.next(ask_for(draft_for(n, meal, version), now_)));
            }
            give(std::move(entries));
        }
    }

    // Takes dishes from the line, so that the order is settled at once, as the orders of past meals are. Ids are
    // time-ordered, as real ones are.
    OrderDraft draft_for(std::uint32_t member, Meal meal, MenuVersion version) {
        auto draft = draft_of(++orders_, last_fish, till_.next_pickup());
        for (std::size_t i = 0; i < 6; ++i)
            draft.id.bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(now_.ms) >> (8 * (5 - i)));
        draft.member = id_of<MemberId>(first_member + member);
        draft.meal = meal;
        draft.menu = version;
        draft.shown.shares = {{"month", 0, "district", Fen{600}}};
        draft.shown.to_pay = draft.shown.food - Fen{600};
        return draft;
    }

    Config config_;
    SiteKeys keys_;
    ProtobufCodec codec_;
    SqliteStore store_;
    Writer writer_;
    ClaimPeriod period_;
    std::uint32_t members_;
    FakeTill till_{9'999, "ZZ"};
    Timestamp now_;
    std::uint32_t orders_ = 0;
};

}  // namespace
}  // namespace canteen::bench

int main(int argc, char** argv) try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto period = words.size() == 3 ? canteen::parse_claim_period(words[2]) : std::nullopt;
    if (!period) return std::cerr << "canteen-bench-month DIR COUNT MONTH\n", 2;
    canteen::bench::Month(words[0], static_cast<std::uint32_t>(std::stoul(words[1])), *period).sell_all();
    return 0;
} catch (const std::exception& error) {
    std::cerr << "canteen-bench-month: " << error.what() << "\n";
    return 1;
}
