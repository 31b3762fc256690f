// Runs one till until a command is done: connects, waits a while for the server, acts, and hears what becomes of that,
// and of nothing that waited before.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "canteen/texts/language.h"
#include "pos-client/service/connected_till.h"

namespace canteen::till {

class TillSession {
public:
    TillSession(const std::filesystem::path& directory, Language language);

    // `act` is called once, when the till has caught up with the server or `wait_ms` have passed; `on_news` with the
    // answers to what it asked. Either ends it by end(). Returns the exit code given there.
    int run(std::uint32_t wait_ms, std::function<void()> act, std::function<void(const News&)> on_news);
    // The answers to this question are heard from here on, others no more.
    void ask(const Question& question) { question_ = question; }
    void end(int exit_code);
    // The code if the user interrupts us from here on.
    void if_interrupted(int exit_code) { exit_code_ = exit_code; }
    // Ends with `exit_waiting` after a while, if no answer ends it before; with `exit_trouble` and in words if nothing
    // gets through to the server.
    void end_unanswered_after(std::uint32_t wait_ms);

    // Why nothing gets through, in words; "" if the server is merely away.
    std::string trouble() const;
    ConnectedTill& till() { return till_; }
    Language language() const { return language_; }

private:
    void on_timer();

    const Language language_;
    IoLoop loop_;
    LocalClock clock_;
    ConnectedTill till_;
    std::function<void()> act_;
    std::optional<Question> question_;
    Timestamp act_by_;
    int exit_code_ = 1;
};

}  // namespace canteen::till
