#include "canteen/app/writer/writer_pump.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canteen {

namespace {

// Joins what one step made true, in several commits.
void append(CommittedBatch& to, CommittedBatch&& more) {
    std::ranges::move(more.answers, std::back_inserter(to.answers));
    std::ranges::move(more.rows, std::back_inserter(to.rows));
    to.head = more.head;
    for (const auto& [device, state] : more.chains) to.chains[device] = state;
}

}  // namespace

WriterPump::WriterPump(Inbox& inbox, Writer& writer, Store& store, HeldClock& clock, Random& random, Suspects* suspects)
    : inbox_(inbox), writer_(writer), store_(store), clock_(clock), random_(random), suspects_(suspects) {}

CommittedBatch WriterPump::step() {
    auto waiting = inbox_.take();
    for (auto& task : waiting.tasks) task(store_, writer_);
    auto now = clock_.now();
    std::vector<Submission> submissions;
    add_own(submissions, now);
    for (auto& submission : waiting.submissions) submissions.push_back(std::move(submission));
    if (submissions.empty()) return {};
    if (!suspects_) return writer_.run_batch(std::move(submissions), now);
    CommittedBatch all;
    for (auto& batch : suspects_->batches_of(std::move(submissions))) append(all, run(std::move(batch), now));
    return all;
}

CommittedBatch WriterPump::run(std::vector<Submission> batch, Timestamp now) {
    const auto named = suspects_in(batch, now);
    try {
        auto committed = writer_.run_batch(std::move(batch), now);
        suspects_->note_success(named);
        return committed;
    } catch (const std::exception& failure) {
        if (blames_an_entry(failure)) suspects_->note_failure(named, failure.what());
        throw;
    }
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
