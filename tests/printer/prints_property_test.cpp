// Whatever printers do and whenever the program is killed: no slip is lost, and none is printed twice without COPY.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "tests/printer/desk_bench.h"
#include "tests/printer/paper_strips.h"

namespace canteen::till::test {
namespace {

struct Killed {};

const std::vector<PrintKind> kinds_of_slips{PrintKind::guest_receipt, PrintKind::kitchen_slip, PrintKind::shift_slip};
constexpr std::chrono::seconds a_while{5};
constexpr int calls_before_a_kill = 12;
constexpr std::uint8_t most_prints = 200;

// A lunch's printing that is killed after so many of the printers' calls, and started again.
class KilledLunch {
public:
    KilledLunch() : bench_({kinds_of_slips, kinds_of_slips}) {}

    void kill_after(int calls) { calls_left_ = calls; }

    template <class Work>
    void unless_killed(Work work) {
        for (std::size_t i = 0; i < 2; ++i)
            bench_.printer(i).before_each_call = [this] {
                if (calls_left_ >= 0 && calls_left_-- == 0) throw Killed{};
            };
        try {
            work(bench_);
        } catch (const Killed&) {
            for (std::size_t i = 0; i < 2; ++i) bench_.printer(i).before_each_call = [] {};
            bench_.kill();
            bench_.start();
        }
    }

    void do_something(std::uint8_t what, std::uint8_t number) {
        const auto place = static_cast<std::size_t>(number % 2);
        switch (what % 8) {
            case 0:
            case 1:
                return print(kinds_of_slips[number % kinds_of_slips.size()]);
            case 2:
                return reprint(number);
            case 3:
                return kill_after(number % calls_before_a_kill);
            case 4:
                bench_.printer(place).prints_the_rest = (number / 2) % 2 == 0;
                return;
            case 5:
                bench_.printer(place).mood = static_cast<Mood>((number / 2) % 7);
                return;
            default:
                return unless_killed([number](DeskBench& bench) { bench.pass(a_while * (1 + number % 3)); });
        }
    }

    // Afterwards all printers are well, and there is time for everything.
    void end_well() {
        kill_after(-1);
        for (std::size_t i = 0; i < 2; ++i) bench_.printer(i).mood = Mood::well;
        unless_killed([](DeskBench& bench) { bench.pass_slowly(std::chrono::minutes{3}, a_while); });
    }

    const std::map<std::uint8_t, PrintKey>& asked_for() const { return asked_for_; }
    DeskBench& bench() { return bench_; }

    std::vector<std::string> strips_about(std::uint8_t number) const {
        std::vector<std::string> found;
        for (const auto& printer : bench_.all_printers())
            for (const auto& strip : printer.strips())
                if (is_about(strip, number)) found.push_back(strip);
        return found;
    }

private:
    void print(PrintKind kind) {
        if (asked_for_.size() >= most_prints) return;
        const auto number = static_cast<std::uint8_t>(asked_for_.size() + 1);
        const auto key = key_of(kind, number);
        asked_for_.emplace(number, key);
        unless_killed([key](DeskBench& bench) { bench.print(key); });
        // Whoever was killed before it was answered asks again.
        unless_killed([key](DeskBench& bench) { bench.print(key); });
        if (!bench_.outbox().job(key)) bench_.outbox().add(key, document_about(key), bench_.now);
    }

    void reprint(std::uint8_t number) {
        if (asked_for_.empty()) return;
        const auto key = asked_for_.at(static_cast<std::uint8_t>(number % asked_for_.size() + 1));
        unless_killed([key](DeskBench& bench) { bench.desk().reprint(key, bench.now); });
    }

    DeskBench bench_;
    int calls_left_ = -1;
    std::map<std::uint8_t, PrintKey> asked_for_;
};

RC_GTEST_PROP(Prints, areNeitherLostNorDoubledWithoutCopy, ()) {
    KilledLunch lunch;
    for (const auto& [what, number] : *rc::gen::arbitrary<std::vector<std::pair<std::uint8_t, std::uint8_t>>>())
        lunch.do_something(what, number);
    lunch.end_well();
    for (const auto& [number, key] : lunch.asked_for()) {
        const auto strips = lunch.strips_about(number);
        const auto originals = std::ranges::count_if(strips, [](const auto& strip) { return !says_copy(strip); });
        const auto whole = std::ranges::count_if(strips, is_whole);
        const auto state = lunch.bench().state(key);
        RC_LOG() << "number " << int{number} << ", state " << static_cast<int>(state) << ", strips " << strips.size();
        RC_ASSERT(originals <= 1);
        if (state == PrintState::on_demand) {
            RC_ASSERT(key.kind == PrintKind::guest_receipt);
        } else {
            RC_ASSERT(state == PrintState::printed || state == PrintState::sent_unconfirmed);
            RC_ASSERT(whole >= 1);
        }
    }
}

}  // namespace
}  // namespace canteen::till::test
