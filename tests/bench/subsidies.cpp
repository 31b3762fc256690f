// Measures subsidy decisions a second on one core: who gets what and how much, by all the schemes given, for people and
// orders of every kind. The limit beside it is the price alone, with the right sheet at hand, as a till has it.
//   subsidies SECONDS SCHEME.json...   prints "decisions_s N", "prices_s N" and "shares N"
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "canteen/domain/subsidy/entitle.h"
#include "canteen/domain/subsidy/price.h"
#include "canteen/files/schemes/scheme_file.h"

namespace canteen {
namespace {

constexpr int people = 400;
const SiteAreas areas{"999999001", ""};

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Scheme scheme_in(const char* path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto file = read_scheme_file(text);
    if (!file) throw std::runtime_error(std::string(path) + ": " + to_string(file.error()));
    return file->scheme;
}

// Makes a person from 40 to 100 years old, from here or elsewhere, every third one with the categories schemes ask for.
Member person(int n, const std::vector<Scheme>& schemes) {
    constexpr const char* hukou[] = {"999999001", "999999002", "999988001", "888888001"};
    constexpr const char* tags[] = {"dibao", "dibao_edge", "tekun", "living_alone", "disabled", "veteran"};
    Member member;
    member.id.bytes[14] = static_cast<std::uint8_t>(n / 256);
    member.id.bytes[15] = static_cast<std::uint8_t>(n % 256);
    member.number = std::to_string(10'000 + n);
    member.name = "made up";
    member.born = parse_date("1986-01-01").value() + -(n * 13 % 60) * 365;
    member.hukou = {{hukou[n % 4], {}}};
    member.residence = {{hukou[n / 4 % 2], {}}};
    if (n % 3 == 0) member.tags = {{tags[n / 3 % 6], {}}};
    if (n % 2 == 0)
        for (const auto& scheme : schemes) member.approvals.push_back({scheme.id, {}});
    return member;
}

PriceQuery order(int n) {
    PriceQuery query;
    query.lines = {{{1500}, true, 1}, {{n % 7 * 100}, false, 1}, {{350}, false, 1}};
    query.meal = {parse_date("2026-04-14").value(), static_cast<MealSlot>(1 + n % 3)};
    return query;
}

struct Lunch {
    std::vector<Scheme> schemes;
    SchemesByPriority by_priority;
    std::vector<Member> members;
    std::size_t shares = 0;

    RightSheet sheet_of(int n) const {
        return entitle(&members[static_cast<std::size_t>(n % people)], areas, by_priority, {}, order(n).meal.date, 1);
    }
    void price_one(int n, const RightSheet& sheet) { shares += price(order(n), sheet, {}).shares.size(); }
};

// Returns how often the work is done in a second of CPU time.
template <class Work>
double rate_of(double seconds, Work work) {
    constexpr int at_once = 1000;
    const double began = cpu_seconds();
    double spent = 0;
    int done = 0;
    while (spent < seconds) {
        for (int i = 0; i < at_once; ++i) work(done++);
        spent = cpu_seconds() - began;
    }
    return done / spent;
}

void measure(double seconds, Lunch& lunch) {
    const double decisions = rate_of(seconds, [&](int n) { lunch.price_one(n, lunch.sheet_of(n)); });
    std::vector<RightSheet> sheets;
    for (int n = 0; n < people; ++n) sheets.push_back(lunch.sheet_of(n));
    const double prices =
        rate_of(seconds, [&](int n) { lunch.price_one(n, sheets[static_cast<std::size_t>(n % people)]); });
    std::cout << "decisions_s " << decisions << "\nprices_s " << prices << "\nshares " << lunch.shares << "\n";
}

}  // namespace
}  // namespace canteen

int main(int argc, char** argv) {
    using namespace canteen;
    if (argc < 3) {
        std::cerr << "subsidies SECONDS SCHEME.json...\n";
        return 2;
    }
    try {
        Lunch lunch;
        for (int i = 2; i < argc; ++i) lunch.schemes.push_back(scheme_in(argv[i]));
        for (const auto& scheme : lunch.schemes) lunch.by_priority.push_back(&scheme);
        for (int n = 0; n < people; ++n) lunch.members.push_back(person(n, lunch.schemes));
        measure(std::stod(argv[1]), lunch);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
