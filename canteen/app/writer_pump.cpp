#include "canteen/app/writer_pump.h"

#include <utility>

namespace canteen {

WriterPump::WriterPump(Inbox& inbox, Writer& writer, Store& store, HeldClock& clock, Random& random)
    : inbox_(inbox), writer_(writer), store_(store), clock_(clock), random_(random) {}

CommittedBatch WriterPump::step() {
    auto waiting = inbox_.take();
    for (auto& task : waiting.tasks) task(store_, writer_);
    auto now = clock_.now();
    std::vector<Submission> submissions;
    add_own(submissions, now);
    for (auto& submission : waiting.submissions) submissions.push_back(std::move(submission));
    if (submissions.empty()) return {};
    return writer_.run_batch(std::move(submissions), now);
}

void WriterPump::add_own(std::vector<Submission>& submissions, Timestamp now) {
    if (auto step_back = clock_.take_step_back()) {
        submissions.push_back(own(FollowClock{step_back->from, step_back->to}, now));
        last_tick_.reset();
        doubted_until_.reset();
    }
    if (last_tick_ && now - *last_tick_ < tick_every) return;
    if (last_tick_ && now - *last_tick_ >= doubted_step) doubted_until_ = now + doubted_for;
    last_tick_ = now;
    if (doubted_until_ && now < *doubted_until_) return;
    doubted_until_.reset();
    submissions.push_back(own(Tick{}, now));
}

Submission WriterPump::own(CommandBody body, Timestamp now) {
    Submission submission;
    submission.actor = {DeviceId{}, Role::server};
    submission.command = {new_id<CommandId>(now, random_), std::move(body)};
    submission.entry = name_of(submission.command.body);
    return submission;
}

}  // namespace canteen
