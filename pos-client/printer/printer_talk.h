// A talk with one printer over one connection: is all well, here is what to print, is all well still. The caller tells
// what came and what time it is, and sends what is returned. Sans-I/O; one thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "canteen/domain/base/time.h"
#include "pos-client/printer/status_answers.h"

namespace canteen::till {

// Small printers lose what comes faster than they print.
inline constexpr std::size_t slice_bytes = 4 * 1024;
inline constexpr std::chrono::milliseconds slice_pause{50};
inline constexpr std::chrono::milliseconds open_patience{5'000};
inline constexpr std::chrono::milliseconds first_answer_patience{1'000};  // some never answer, and print
inline constexpr std::chrono::milliseconds last_answer_patience{3'000};   // while it is busy printing
inline constexpr std::chrono::milliseconds slice_patience{15'000};

struct TalkEnd {
    enum class How : std::uint8_t { printed, sent_unconfirmed, failed };
    How how = How::failed;
    PrinterFailure failure = PrinterFailure::none;
    bool operator==(const TalkEnd&) const = default;
};

class PrinterTalk {
public:
    // Without bytes it only asks how the printer is. One that does not answer status is not asked.
    PrinterTalk(std::string bytes, bool answers_status, Timestamp now);

    std::string on_opened(Timestamp now);
    std::string on_received(std::string_view bytes, Timestamp now);
    // Called when all that was returned has left this machine.
    std::string on_sent(Timestamp now);
    std::string on_timer(Timestamp now);
    void on_closed(PrinterFailure why);

    // True once the printer is found well. The caller records that printing begins, and then calls begin().
    bool can_begin() const { return phase_ == Phase::well; }
    std::string begin(Timestamp now);
    // True from begin() on: paper may have been printed.
    bool has_begun() const { return has_begun_; }
    // Nothing while it goes on. The caller hangs up after it.
    const std::optional<TalkEnd>& end() const { return end_; }

private:
    enum class Phase : std::uint8_t { opening, asking_before, well, sending, pausing, asking_after, ended };

    void enter(Phase phase, Timestamp now);
    std::string ask(Phase phase, Timestamp now);
    std::string ask_next() const;
    std::string answered(Timestamp now);
    std::string next_slice(Timestamp now);
    void finish(TalkEnd::How how, PrinterFailure failure = PrinterFailure::none);
    std::chrono::milliseconds patience() const;
    std::string run_out_of_patience(Timestamp now);

    std::string bytes_;
    bool answers_status_;
    std::size_t sent_ = 0;
    bool has_begun_ = false;
    Phase phase_ = Phase::opening;
    Timestamp since_;
    StatusAnswers answers_;
    std::optional<TalkEnd> end_;
};

}  // namespace canteen::till
