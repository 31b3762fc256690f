// A printer in memory, with a desk's port: it answers, hangs, hangs up, runs out of paper, or dies in mid-job, as told.
// What it was sent stays on its paper, whatever happens to the program that prints.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "pos-client/escpos/commands.h"
#include "pos-client/printer/printer_port.h"

namespace canteen::till::test {

enum class Mood { well, out_of_paper, cover_open, silent, hangs, refuses, dies_in_mid_job };

class FakePrinter final : public PrinterPort {
public:
    // Called before the port does anything; may throw, as if the program were killed then.
    std::function<void()> before_each_call = [] {};
    Mood mood = Mood::well;
    // True: what was on its way when the line was cut is printed all the same.
    bool prints_the_rest = false;

    void open() override {
        before_each_call();
        happened_.push_back(Event::opened);
    }
    void send(std::string bytes) override {
        before_each_call();
        waiting_ += bytes;
        before_each_call();
        happened_.push_back(Event::sent);
    }
    void close() override {
        before_each_call();
        cut_the_line();
    }

    // Does the next thing that the desk is to be told of, through `desk`; returns false if there is none.
    template <class Desk>
    bool go_on(Desk& desk, std::size_t place, Timestamp now, PrinterFailure why_closed = PrinterFailure::offline) {
        if (!answers_.empty()) {
            desk.on_received(place, std::exchange(answers_, {}), now);
            return true;
        }
        if (happened_.empty() || mood == Mood::hangs) return false;
        const auto event = happened_.front();
        happened_.erase(happened_.begin());
        if (mood == Mood::refuses) return hang_up(desk, place, now, why_closed);
        if (event == Event::opened) return desk.on_opened(place, now), true;
        if (!print_what_came()) return hang_up(desk, place, now, why_closed);
        desk.on_sent(place, now);
        return true;
    }

    // A program that is killed hangs up without a word.
    void cut_the_line() {
        if (prints_the_rest && mood != Mood::hangs && mood != Mood::refuses) print_what_came();
        happened_.clear();
        waiting_.clear();
        answers_.clear();
        end_of_paper();
    }

    // Every strip of paper: what came between two hang-ups, status questions apart.
    std::vector<std::string> strips() const {
        auto all = strips_;
        if (!strip_.empty()) all.push_back(strip_);
        return all;
    }

private:
    enum class Event { opened, sent };

    template <class Desk>
    bool hang_up(Desk& desk, std::size_t place, Timestamp now, PrinterFailure why) {
        cut_the_line();
        desk.on_closed(place, why, now);
        return true;
    }

    // Returns false if it died of it.
    bool print_what_came() {
        auto bytes = std::exchange(waiting_, {});
        for (auto at = bytes.find(escpos::status_command); at != std::string::npos;
             at = bytes.find(escpos::status_command)) {
            answer(bytes[at + 2]);
            bytes.erase(at, 3);
        }
        if (mood == Mood::dies_in_mid_job && !bytes.empty()) {
            strip_ += bytes.substr(0, bytes.size() / 2);
            return false;
        }
        strip_ += bytes;
        return true;
    }

    void answer(char kind) {
        if (mood == Mood::silent) return;
        int bits = 0x12;
        if (kind == 1 && mood != Mood::well) bits |= 0x08;
        if (kind == 2 && mood == Mood::cover_open) bits |= 0x04;
        if (kind == 4 && mood == Mood::out_of_paper) bits |= 0x60;
        if (mood == Mood::dies_in_mid_job) bits = 0x12;
        answers_ += static_cast<char>(bits);
    }

    void end_of_paper() {
        if (!strip_.empty()) strips_.push_back(std::exchange(strip_, {}));
    }

    std::vector<Event> happened_;
    std::string waiting_, answers_, strip_;
    std::vector<std::string> strips_;
};

}  // namespace canteen::till::test
