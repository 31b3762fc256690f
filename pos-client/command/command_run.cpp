#include "pos-client/command/command_run.h"

#include <utility>

#include "canteen/texts/say.h"
#include "pos-client/command/exit_codes.h"
#include "pos-client/command/say.h"

namespace canteen::till {

CommandRun::CommandRun(std::unique_ptr<TillCommand> command, Language language, Desk desk, Timestamp now)
    : command_(std::move(command)),
      language_(language),
      desk_(desk),
      now_(now),
      act_by_(now + std::chrono::milliseconds{command_->wait_ms()}),
      exit_code_(exit_failed) {
    command_->begin(*this);
}

void CommandRun::on_timer(Timestamp now) {
    now_ = now;
    if (is_done_) return;
    if (!has_acted_ && (desk_.till.upstream().caught_up() || now >= act_by_)) {
        has_acted_ = true;
        command_->act(*this);
    }
    if (is_done_ || !give_up_at_ || now < *give_up_at_) return;
    const auto why = trouble();
    if (!why.empty()) desk_.streams.out << why << std::endl;
    end(why.empty() ? exit_waiting : exit_trouble);
}

void CommandRun::hear(const News& news, Timestamp now) {
    now_ = now;
    if (!is_done_ && question_ == question_of(news)) command_->hear(*this, news);
}

void CommandRun::end(int exit_code) {
    if (std::exchange(is_done_, true)) return;
    exit_code_ = exit_code;
    command_->close(*this, exit_code);
}

void CommandRun::end_unanswered() {
    exit_code_ = exit_waiting;
    give_up_at_ = now_ + std::chrono::milliseconds{command_->wait_ms()};
}

std::string CommandRun::trouble() const {
    return say_trouble(language_, desk_.till.upstream().trouble());
}

void CommandRun::say(const char* key, const std::vector<Param>& params) const {
    desk_.streams.out << canteen::say(key, params, language_) << std::endl;
}

void CommandRun::complain(const std::string& words) const {
    desk_.streams.err << words << std::endl;
}

}  // namespace canteen::till
