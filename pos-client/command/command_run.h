// One command at work on a till, from its first word to its exit code. Sans-I/O: whoever holds the till tells it the
// time and the news, and pumps the till after each of these. One thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "pos-client/command/till_command.h"
#include "pos-client/core/till.h"

namespace canteen::till {

class CommandRun {
public:
    // Till, outbox and streams, which all outlive the run.
    struct Desk {
        Till& till;
        Outbox& outbox;
        Streams streams;
    };

    // Begins the command.
    CommandRun(std::unique_ptr<TillCommand> command, Language language, Desk desk, Timestamp now);

    void on_timer(Timestamp now);  // call it some twenty times a second
    void hear(const News& news, Timestamp now);
    // Ends it, for the user will not wait.
    void interrupt() { end(exit_code_); }
    bool is_done() const { return is_done_; }
    int exit_code() const { return exit_code_; }
    // Called once for the sale that the command made, committed or not.
    std::function<void(OrderId)> on_sold = [](OrderId) {};

    // For the command. The answers to this question are heard from here on, others no more.
    void ask(const Question& question) { question_ = question; }
    void end(int exit_code);
    // The code if it is interrupted from here on.
    void if_interrupted(int exit_code) { exit_code_ = exit_code; }
    // Ends with `exit_waiting` after a while, if no answer ends it before; with `exit_trouble` and in words if nothing
    // gets through to the server.
    void end_unanswered();
    // Why nothing gets through, in words; "" if the server is merely away.
    std::string trouble() const;
    void say(const char* key, const std::vector<Param>& params = {}) const;
    void complain(const std::string& words) const;
    Till& till() { return desk_.till; }
    Outbox& outbox() { return desk_.outbox; }
    Streams streams() const { return desk_.streams; }
    Language language() const { return language_; }
    Timestamp now() const { return now_; }

private:
    std::unique_ptr<TillCommand> command_;
    const Language language_;
    Desk desk_;
    Timestamp now_, act_by_;
    std::optional<Timestamp> give_up_at_;
    std::optional<Question> question_;
    bool has_acted_ = false, is_done_ = false;
    int exit_code_;
};

}  // namespace canteen::till
