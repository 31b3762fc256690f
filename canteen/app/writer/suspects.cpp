#include "canteen/app/writer/suspects.h"

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

namespace canteen {
namespace {

bool is_tick(const Submission& submission) {
    return std::holds_alternative<Tick>(submission.command.body);
}

bool is_same(const Suspect& one, const Suspect& other) {
    return one.device == other.device && one.command == other.command;
}

Suspect suspect_of(const Submission& submission, Timestamp now) {
    return {submission.actor.device, is_tick(submission) ? CommandId{} : recorded_id(submission), 0, now, ""};
}

}  // namespace

bool blames_an_entry(const std::exception& failure) {
    if (dynamic_cast<const EntryError*>(&failure)) return true;
    return !dynamic_cast<const StoreError*>(&failure) && !dynamic_cast<const std::bad_alloc*>(&failure) &&
           !dynamic_cast<const std::system_error*>(&failure);
}

std::vector<Suspect> suspects_in(const std::vector<Submission>& batch, Timestamp now) {
    std::vector<Suspect> suspects;
    suspects.reserve(batch.size());
    for (const auto& submission : batch) suspects.push_back(suspect_of(submission, now));
    return suspects;
}

Suspects::Suspects(SuspectNote& note, Timestamp now) : note_(note), suspects_(note.load()) {
    std::erase_if(suspects_, [now](const Suspect& suspect) { return suspect.noted + suspects_are_kept < now; });
}

std::vector<std::vector<Submission>> Suspects::batches_of(std::vector<Submission> submissions) const {
    std::vector<std::vector<Submission>> batches(1);
    bool was_alone = false;
    for (auto& submission : submissions) {
        const auto* suspect = suspects_.empty() ? nullptr : find(submission);
        const bool is_hopeless = suspect && suspect->failed_alone >= max_failures_alone;
        if (is_hopeless && is_tick(submission)) continue;
        if (is_hopeless) submission.put_aside = suspect->why;
        if (!batches.back().empty() && (suspect || was_alone)) batches.emplace_back();
        batches.back().push_back(std::move(submission));
        was_alone = suspect != nullptr;
    }
    if (batches.back().empty()) batches.pop_back();
    return batches;
}

void Suspects::note_failure(const std::vector<Suspect>& batch, const std::string& why) {
    for (const auto& failed : batch) {
        auto* known = find(failed);
        if (!known) known = &suspects_.emplace_back(failed);
        known->noted = failed.noted;
        known->why = why;
    }
    if (batch.size() == 1) ++find(batch.front())->failed_alone;
    note_.keep(suspects_);
}

void Suspects::note_success(const std::vector<Suspect>& batch) {
    if (suspects_.empty()) return;
    const auto before = suspects_.size();
    std::erase_if(suspects_, [&](const Suspect& suspect) {
        return std::ranges::any_of(batch, [&](const Suspect& done) { return is_same(suspect, done); });
    });
    if (suspects_.size() != before) note_.keep(suspects_);
}

Suspect* Suspects::find(const Suspect& key) {
    const auto found = std::ranges::find_if(suspects_, [&](const Suspect& known) { return is_same(known, key); });
    return found == suspects_.end() ? nullptr : &*found;
}

const Suspect* Suspects::find(const Submission& submission) const {
    const auto key = suspect_of(submission, {});
    const auto found = std::ranges::find_if(suspects_, [&](const Suspect& known) { return is_same(known, key); });
    return found == suspects_.end() ? nullptr : &*found;
}

}  // namespace canteen
