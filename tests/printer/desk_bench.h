// A desk over an outbox on a disk, with printers in memory and a clock that stands until it is moved.
#pragma once

#include <memory>
#include <vector>

#include "canteen/crypto/random.h"
#include "pos-client/printer/print_desk.h"
#include "tests/pos_client/scratch_dir.h"
#include "tests/printer/fake_printer.h"

namespace canteen::till::test {

inline constexpr SigningSeed printing_seed{7};
inline constexpr Timestamp noon_of_prints{1'796'011'200'000};

inline PrintKey key_of(PrintKind kind, std::uint8_t number) {
    return {kind, Bytes16{number}};
}

// A document whose text names it.
inline Document document_about(const PrintKey& key) {
    return {Language::en,
            {DrawerBlock{}, PairBlock{"number " + std::to_string(key.about[0]), "9.00", {}, true}, CutBlock{}}};
}

class DeskBench {
public:
    // The printers' kinds; in order of who takes over.
    explicit DeskBench(std::vector<std::vector<PrintKind>> kinds) : kinds_(std::move(kinds)), printers_(kinds_.size()) {
        start();
    }

    void start() {
        outbox_ = std::make_unique<PrintOutbox>(dir_ / "prints.db", seed, random_);
        std::vector<DeskPrinter> at_the_desk;
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            at_the_desk.push_back({{"printer " + std::to_string(i), "/dev/null", {}, kinds_[i]}, printers_[i]});
        }
        desk_ = std::make_unique<PrintDesk>(*outbox_, glyphs_, std::move(at_the_desk));
    }
    // As a power cut does it: nothing is said to anybody.
    void kill() {
        desk_.reset();
        outbox_.reset();
        for (auto& printer : printers_) printer.cut_the_line();
    }

    // Lets the printers do what they have to do, until nothing happens any more.
    void settle() {
        for (bool happened = true; happened;) {
            happened = false;
            for (std::size_t i = 0; i < printers_.size(); ++i)
                happened = printers_[i].go_on(*desk_, i, now) || happened;
        }
    }
    void pass(std::chrono::milliseconds time) {
        now = now + time;
        desk_->on_timer(now);
        settle();
    }
    // Time in steps as short as the timer's, so that every patience runs out in its turn.
    void pass_slowly(std::chrono::milliseconds time, std::chrono::milliseconds step = std::chrono::seconds{1}) {
        for (; time.count() > 0; time -= step) pass(step);
    }

    PrintAnswer print(const PrintKey& key) { return desk_->print(key, document_about(key), now); }
    PrintState state(const PrintKey& key) const { return outbox_->job(key)->state; }

    PrintDesk& desk() { return *desk_; }
    PrintOutbox& outbox() { return *outbox_; }
    FakePrinter& printer(std::size_t place = 0) { return printers_[place]; }
    const std::vector<FakePrinter>& all_printers() const { return printers_; }

    Timestamp now = noon_of_prints;
    SigningSeed seed = printing_seed;

private:
    ScratchDir dir_;
    SystemRandom random_;
    Glyphs glyphs_;
    std::vector<std::vector<PrintKind>> kinds_;
    std::vector<FakePrinter> printers_;
    std::unique_ptr<PrintOutbox> outbox_;
    std::unique_ptr<PrintDesk> desk_;
};

}  // namespace canteen::till::test
