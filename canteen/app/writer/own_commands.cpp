#include "canteen/app/writer/own_commands.h"

#include <utility>

namespace canteen {

void OwnCommands::ask(CommandBody body, Told told, std::optional<Person> by) {
    Submission submission;
    submission.actor = {DeviceId{}, Role::server, by};
    submission.command = {new_id<CommandId>(clock_.now(), random_), std::move(body)};
    submission.entry = name_of(submission.command.body);  // its id is new: nothing is ever resent
    auto id = submission.command.id;
    if (!inbox_.offer(std::move(submission))) return told({id, 0, Rejection{RejectionCode::busy, {}, {}}});
    waiting_[id] = std::move(told);
}

void OwnCommands::settle(const CommittedBatch& batch) {
    for (const auto& [session, answer] : batch.answers) {
        if (session != 0) continue;
        if (auto asked = waiting_.extract(answer.command)) asked.mapped()(answer);
    }
}

}  // namespace canteen
