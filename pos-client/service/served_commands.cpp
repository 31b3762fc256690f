#include "pos-client/service/served_commands.h"

#include <sstream>
#include <utility>

#include "pos-client/command/command_words.h"
#include "pos-client/command/exit_codes.h"

namespace canteen::till {

struct ServedCommands::Work {
    std::ostringstream out{}, err{};
    std::unique_ptr<CommandRun> run{};
    std::function<void(const CommandReply&)> reply{};
};

ServedCommands::ServedCommands(Till& till, Outbox& outbox, std::function<void(OrderId)> on_sold)
    : till_(till), outbox_(outbox), on_sold_(std::move(on_sold)) {}

ServedCommands::~ServedCommands() = default;

void ServedCommands::begin(const AskedCommand& asked, Timestamp now, std::function<void(const CommandReply&)> reply) {
    std::istringstream lines(asked.lines);
    auto read = read_command(asked.words, lines);
    if (const auto* why = std::get_if<std::string>(&read)) return reply({exit_usage, "", *why + "\n"});
    auto& chosen = std::get<Chosen>(read);
    auto work = std::make_unique<Work>();
    work->reply = std::move(reply);
    work->run = std::make_unique<CommandRun>(std::move(chosen.command), chosen.language,
                                             CommandRun::Desk{till_, outbox_, {work->out, work->err}}, now);
    work->run->on_sold = on_sold_;
    works_.push_back(std::move(work));
    answer_done();
}

void ServedCommands::hear(const News& news, Timestamp now) {
    for (auto& work : works_) work->run->hear(news, now);
}

void ServedCommands::on_timer(Timestamp now) {
    for (auto& work : works_) work->run->on_timer(now);
    answer_done();
}

void ServedCommands::answer_done() {
    std::erase_if(works_, [](const std::unique_ptr<Work>& work) {
        if (!work->run->is_done()) return false;
        work->reply({work->run->exit_code(), work->out.str(), work->err.str()});
        return true;
    });
}

}  // namespace canteen::till
